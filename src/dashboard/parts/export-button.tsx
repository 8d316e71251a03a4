/** Saves what a table shows, all pages of it, as a CSV file. */
import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Download } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { download, save } from '../gateway/download.js';
import { problemOf } from '../gateway/problem.js';
import { useSession } from '../gateway/session.js';
import { type ExportChoice, exportAddress } from './export-address.js';
import { formatBytes } from './format.js';

/** The same filter and order that the table's connection is asked with. */
export function ExportButton({ connection, filter, orderBy }: ExportChoice) {
  const { key, refused } = useSession();
  /** Null: nothing is being exported. */
  const [bytes, setBytes] = useState<number | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  async function run() {
    if (key === null) return;
    const given = new AbortController();
    running.current = given;
    setBytes(0);
    try {
      const file = await download(key, exportAddress({ connection, filter, orderBy }), setBytes, given.signal);
      save(file);
      notifications.show({ message: `Saved ${file.fileName}.`, color: 'teal' });
    } catch (error) {
      if (given.signal.aborted) return;
      const problem = problemOf(error);
      if (problem.kind === 'UNAUTHENTICATED') refused(key, problem);
      notifications.show({ title: 'Nothing was exported', message: problem.message, color: 'red', autoClose: false });
    } finally {
      setBytes(null);
    }
  }

  if (bytes === null) {
    return (
      <Button variant="default" size="xs" leftSection={<Download size={15} aria-hidden />} onClick={() => void run()}>
        Export CSV
      </Button>
    );
  }
  return (
    <Group gap="xs" wrap="nowrap">
      <Text size="sm" role="status">
        Exporting, {formatBytes(BigInt(bytes), 'splunk')}
      </Text>
      <Button variant="default" size="xs" onClick={() => running.current?.abort()}>
        Cancel
      </Button>
    </Group>
  );
}
