/** Adds a license to a source: a file that is chosen or dropped, or pasted text. What was refused or failed stays filled in. */
import { Button, Group, Modal, SegmentedControl, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { Upload } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useMay } from '../gateway/session.js';
import { useAction } from '../gateway/use-action.js';
import type { UploadPartsFragment } from '../generated/graphql.js';
import { graphql } from '../generated/index.js';
import { formatCount } from './format.js';
import { problemOfText } from './license-file.js';
import { type ChosenFile, LicenseFile } from './license-file-input.js';
import { LicenseText } from './license-text.js';
import { Outcome } from './outcome.js';

export const UploadParts = graphql(`
  fragment UploadParts on Source {
    id
    name
    kind
    capabilities
  }
`);

const UploadLicense = graphql(`
  mutation UploadLicense($input: UploadLicenseInput!) {
    change: uploadLicense(input: $input) {
      license {
        id
        displayName
        status
      }
      errors {
        ...RefusalParts
      }
    }
  }
`);

/** What the vendor takes, in its own words. */
const TAKES: Readonly<Record<string, string>> = {
  splunk: 'Splunk takes the XML of a .lic file. A license that is installed already stays as it is.',
  'enterprise-recon': 'Enterprise Recon takes each license file once, and replaces the terms of the license before it.',
};

/** Nothing for who may not, or where the source cannot. */
export function LicenseUpload({ source }: { readonly source: UploadPartsFragment }) {
  const isAdmin = useMay('ADMIN');
  const [opened, { open, close }] = useDisclosure();
  if (!isAdmin || !source.capabilities.includes('UPLOAD_LICENSE')) return null;
  return (
    <>
      <Button variant="default" leftSection={<Upload size={16} aria-hidden />} onClick={open}>
        Upload license
      </Button>
      {/* Kept while it is closed: what was filled in is there when it is opened again. */}
      <Modal opened={opened} onClose={close} title={`Upload a license to ${source.name}`} size="lg" keepMounted>
        <UploadForm source={source} onClose={close} />
      </Modal>
    </>
  );
}

function UploadForm({ source, onClose }: { readonly source: UploadPartsFragment; readonly onClose: () => void }) {
  const [way, setWay] = useState<'FILE' | 'TEXT'>('FILE');
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [text, setText] = useState('');
  const upload = useAction(UploadLicense);
  const isFile = way === 'FILE';
  const isReady = isFile ? file !== null : text.trim() !== '' && problemOfText(text) === null;

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!isReady) return;
    const content = isFile
      ? { content: file?.content ?? '', encoding: 'BASE64' as const }
      : { content: text, encoding: 'TEXT' as const };
    const done = await upload.send({ input: { sourceId: source.id, ...content } });
    if (done === null) return;
    notifications.show({
      title: `${source.name} took the license`,
      message: done.license == null ? 'It is shown as soon as the source was read again.' : done.license.displayName,
      color: 'green',
    });
    setFile(null);
    setText('');
    onClose();
  }

  function choose(chosen: ChosenFile | null) {
    setFile(chosen);
    setWay('FILE');
    upload.reset();
  }

  return (
    <form onSubmit={submit}>
      <Stack>
        <Text size="sm">
          What you give is sent to {source.name} as it is; the gateway keeps no copy. {TAKES[source.kind]}
        </Text>
        <SegmentedControl
          aria-label="What to send"
          value={way}
          onChange={(value) => setWay(value as typeof way)}
          data={[
            { value: 'FILE', label: 'A file' },
            { value: 'TEXT', label: 'Pasted text' },
          ]}
        />
        {isFile ? <LicenseFile file={file} onChoose={choose} /> : <LicenseText text={text} onChange={setText} />}
        <Outcome attempt={upload} />
        <Group justify="space-between" gap="sm">
          <Text size="sm" c="dimmed" role="status">
            {isFile
              ? file === null
                ? 'No file is chosen yet.'
                : `To be sent: ${file.name}, ${formatCount(file.bytes)} bytes.`
              : `To be sent: ${formatCount(text.length)} characters.`}
          </Text>
          <Group gap="xs">
            <Button variant="default" onClick={onClose}>
              Close
            </Button>
            <Button type="submit" loading={upload.isRunning} disabled={!isReady}>
              Upload
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}
