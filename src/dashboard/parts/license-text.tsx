/** The text of a license, pasted. */
import { Textarea } from '@mantine/core';
import { problemOfText } from './license-file.js';

export function LicenseText({ text, onChange }: { readonly text: string; readonly onChange: (text: string) => void }) {
  return (
    <Textarea
      label="Text of the license"
      description="All of it, from its first line to its last."
      autosize
      minRows={6}
      maxRows={14}
      spellCheck={false}
      styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
      value={text}
      error={text === '' ? undefined : problemOfText(text)}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
