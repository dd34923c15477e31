'use client';

import { Combobox as Base } from '@base-ui/react/combobox';
import { Check, ChevronsUpDown } from 'lucide-react';
import { useTranslations } from 'use-intl';

export interface ComboboxOption {
  value: string;
  label: string;
  /** A second line or aside, such as an e-mail under a name. */
  hint?: string;
}

interface ComboboxProps {
  id?: string;
  name?: string;
  options: readonly ComboboxOption[];
  value: string | null;
  onChange: (value: string | null) => void;
  placeholder?: string;
  disabled?: boolean;
  'aria-label'?: string;
  'aria-describedby'?: string;
  'aria-invalid'?: boolean;
}

/** A select that can be searched by typing; for more than about twelve options. */
export function Combobox({ options, value, onChange, id, name, placeholder, disabled, ...aria }: ComboboxProps) {
  const t = useTranslations('ui');
  const selected = options.find((option) => option.value === value) ?? null;
  return (
    <Base.Root
      items={options}
      value={selected}
      onValueChange={(option: ComboboxOption | null) => onChange(option?.value ?? null)}
      isItemEqualToValue={(a: ComboboxOption, b: ComboboxOption) => a.value === b.value}
      name={name}
      disabled={disabled}
    >
      <Base.InputGroup className="control relative flex h-control items-center">
        <Base.Input
          id={id}
          placeholder={placeholder}
          className="h-full min-w-0 flex-1 bg-transparent px-2.5 text-base outline-none"
          {...aria}
        />
        <Base.Trigger aria-label={t('combobox.open')} className="grid h-full w-8 place-items-center text-subtle">
          <ChevronsUpDown aria-hidden="true" className="size-3.5" />
        </Base.Trigger>
      </Base.InputGroup>
      <Base.Portal>
        <Base.Positioner sideOffset={4} className="z-50 outline-none">
          <Base.Popup className="floating enter-rise w-(--anchor-width) max-w-(--available-width) overflow-hidden">
            <Base.Empty className="px-3 py-2.5 text-sm text-muted empty:hidden">{t('combobox.none')}</Base.Empty>
            <Base.List className="max-h-[min(20rem,var(--available-height))] overflow-y-auto overscroll-contain p-1 data-empty:p-0">
              {(option: ComboboxOption) => <Option key={option.value} option={option} />}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function Option({ option }: { option: ComboboxOption }) {
  return (
    <Base.Item
      value={option}
      className="flex min-h-8 items-center gap-2 rounded-sm px-2 py-1 outline-none select-none data-highlighted:bg-hover"
    >
      <span className="min-w-0 flex-1">
        <span className="block truncate">{option.label}</span>
        {option.hint !== undefined && <span className="block truncate text-xs text-muted">{option.hint}</span>}
      </span>
      <Base.ItemIndicator>
        <Check aria-hidden="true" className="size-4 text-accent-text" />
      </Base.ItemIndicator>
    </Base.Item>
  );
}
