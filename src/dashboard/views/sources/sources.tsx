import { Page } from '../../parts/page.js';

export default function Sources() {
  return <Page title="Sources" />;
}
