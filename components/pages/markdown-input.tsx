'use client';

import { useRef } from 'react';
import { Bold, Heading2, Italic, Link, List } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { FieldControl } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { Textarea } from '@/components/ui/textarea';

const TOOLS = [
  { id: 'heading', icon: Heading2, before: '## ', after: '', line: true },
  { id: 'bold', icon: Bold, before: '**', after: '**', line: false },
  { id: 'italic', icon: Italic, before: '*', after: '*', line: false },
  { id: 'link', icon: Link, before: '[', after: '](https://)', line: false },
  { id: 'list', icon: List, before: '- ', after: '', line: true },
] as const;

interface MarkdownInputProps {
  control: FieldControl;
  value: string;
  onChange: (value: string) => void;
}

/** A text in Markdown, with buttons for those who don't know its marks by heart. */
export function MarkdownInput({ control, value, onChange }: MarkdownInputProps) {
  const t = useTranslations('pages');
  const input = useRef<HTMLTextAreaElement>(null);

  function apply({ before, after, line }: (typeof TOOLS)[number]) {
    const area = input.current;
    if (!area) return;
    const { selectionStart, selectionEnd } = area;
    // A mark of a whole line stands at its start, wherever the cursor is.
    const start = line ? value.lastIndexOf('\n', selectionStart - 1) + 1 : selectionStart;
    const end = line ? start : selectionEnd;
    area.focus();
    area.setSelectionRange(start, end);
    // Through the browser, so that its own undo knows the step.
    const text = before + value.slice(start, end) + after;
    if (!document.execCommand('insertText', false, text)) onChange(value.slice(0, start) + text + value.slice(end));
    const shift = before.length;
    area.setSelectionRange(selectionStart + shift, selectionEnd + shift);
  }

  return (
    <div className="grid gap-1.5">
      <div role="group" aria-label={t('editor.tools')} className="flex gap-0.5">
        {TOOLS.map((tool) => (
          <IconButton
            key={tool.id}
            label={t(`editor.${tool.id}`)}
            icon={<tool.icon aria-hidden="true" />}
            onClick={() => apply(tool)}
          />
        ))}
      </div>
      <Textarea
        {...control}
        ref={input}
        mono
        rows={16}
        className="max-h-none min-h-80"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
