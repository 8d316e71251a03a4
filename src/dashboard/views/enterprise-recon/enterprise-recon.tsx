import { Page } from '../../parts/page.js';

export default function EnterpriseRecon() {
  return <Page title="Enterprise recon" />;
}
