/** Refusals as Splunk words them, in both of its formats. */
import type { StatusFault } from './write-faults.js';

export const json = (status: StatusFault['status'], text = `says ${status}`): StatusFault => ({
  kind: 'status',
  status,
  body: JSON.stringify({ messages: [{ type: 'ERROR', text }] }),
});

export const xml = (status: StatusFault['status']): StatusFault => ({
  kind: 'status',
  status,
  contentType: 'text/xml',
  body: `<response><messages><msg type="ERROR">says ${status}</msg></messages></response>`,
});
