import { Page } from '../../parts/page.js';

export default function Splunk() {
  return <Page title="Splunk" />;
}
