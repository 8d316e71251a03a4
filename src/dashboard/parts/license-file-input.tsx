/** Takes one file, chosen or dropped, and reads it at once; says why one cannot be taken. */
import { Button, FileButton, Group, Paper, Stack, Text } from '@mantine/core';
import { type DragEvent, useRef, useState } from 'react';
import { problemOfFile, readAsBase64 } from './license-file.js';

export interface ChosenFile {
  readonly name: string;
  readonly bytes: number;
  /** In base64. */
  readonly content: string;
}

export function LicenseFile({
  file,
  onChoose,
}: {
  readonly file: ChosenFile | null;
  readonly onChoose: (file: ChosenFile | null) => void;
}) {
  const [problem, setProblem] = useState<string | null>(null);
  const [isOver, setIsOver] = useState(false);
  // So that the same file can be chosen again after it was changed.
  const forget = useRef<() => void>(null);

  async function take(chosen: File | null) {
    if (chosen === null) return;
    const { name, size } = chosen;
    const wrong = problemOfFile(name, size);
    if (wrong !== null) {
      setProblem(wrong);
      return;
    }
    try {
      onChoose({ name, bytes: size, content: await readAsBase64(chosen) });
      setProblem(null);
    } catch {
      setProblem(`${name} cannot be read. Look whether it is still there, and choose it again.`);
    }
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    setIsOver(false);
    const { files } = event.dataTransfer;
    if (files.length > 1) setProblem('Drop one file at a time: each license is sent by itself.');
    else void take(files[0] ?? null);
  }

  return (
    <Stack gap={6}>
      <Paper
        withBorder
        p="lg"
        style={{ borderStyle: 'dashed', borderColor: isOver ? 'var(--mantine-primary-color-filled)' : undefined }}
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
      >
        <Group justify="center" gap="sm">
          <Text size="sm">{file === null ? 'Drop the license file here, or' : file.name}</Text>
          <FileButton
            onChange={(chosen) => {
              void take(chosen);
              forget.current?.();
            }}
            resetRef={forget}
            inputProps={{ 'aria-label': 'License file' }}
          >
            {(props) => (
              <Button {...props} variant="default" size="xs">
                {file === null ? 'Choose a file' : 'Choose another file'}
              </Button>
            )}
          </FileButton>
          {file === null ? null : (
            <Button variant="subtle" size="xs" onClick={() => onChoose(null)}>
              Take it out
            </Button>
          )}
        </Group>
      </Paper>
      {problem === null ? null : (
        <Text size="sm" className="state state-bad" role="alert">
          {problem}
        </Text>
      )}
    </Stack>
  );
}
