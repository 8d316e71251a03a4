import { Page } from '../../parts/page.js';

export default function History() {
  return <Page title="History" />;
}
