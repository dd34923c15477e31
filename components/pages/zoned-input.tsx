'use client';

import { useState } from 'react';
import type { FieldControl } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { fromZonedInput, toZonedInput } from '@/lib/core/settings/rules';

interface ZonedInputProps {
  control: FieldControl;
  /** ISO 8601, or null for no time. */
  value: string | null;
  timeZone: string;
  onChange: (value: string | null) => void;
}

/** A moment on the clock of a zone that may not be the reader's own. */
export function ZonedInput({ control, value, timeZone, onChange }: ZonedInputProps) {
  const [text, setText] = useState(() => toZonedInput(value, timeZone));
  return (
    <Input
      {...control}
      type="datetime-local"
      value={text}
      onChange={(event) => {
        setText(event.target.value);
        onChange(fromZonedInput(event.target.value, timeZone));
      }}
    />
  );
}
