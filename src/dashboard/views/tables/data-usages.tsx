import { Page } from '../../parts/page.js';

export default function DataUsages() {
  return <Page title="Data usages" />;
}
