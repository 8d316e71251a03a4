import { Page } from '../../parts/page.js';

export default function Messages() {
  return <Page title="Messages" />;
}
