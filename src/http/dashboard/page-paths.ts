/** The addresses at which the dashboard opens; which view it shows there is the dashboard's own business. */
export const pagePaths: readonly string[] = [
  '/',
  '/sources',
  '/licenses',
  '/groups',
  '/stacks',
  '/pools',
  '/peers',
  '/targets',
  '/data-usages',
  '/quotas',
  '/policies',
  '/messages',
  '/splunk',
  '/enterprise-recon',
  '/keygen',
  '/history',
  '/what-if',
  '/audit',
  // The detail page of anything with a global id.
  '/node/*',
];
