/** The vendor documentation's three sample answers, field for field and in their order (Enterprise Recon 2.12.1, Licenses). */
import type { LicensesBody } from './state.js';

export const legacyBody: LicensesBody = {
  company: 'My Company Pte Ltd',
  expires: 1636962676,
  targets: [
    {
      name: 'MY-WINDOWS-MACHINE',
      id: '1563630061562709112',
      type: 'server',
    },
    {
      name: 'CENTOS-ER2026',
      id: '2047655813564067948',
      type: 'server',
    },
    {
      name: 'microsoft@User Name',
      id: '2377014395958949453',
      type: 'microsoft',
    },
    {
      name: 'FREEBSD-ER2',
      id: '4759598330602895744',
      type: 'server',
    },
    {
      name: 'MY-CPU-10',
      id: '5776191921548943090',
      type: 'server',
    },
    {
      name: 'dropbox@USER@EXAMPLE.COM',
      id: '7509655433083541934',
      type: 'dropbox',
    },
    {
      name: 'OPENSUSE-ER2026',
      id: '9901361528024664429',
      type: 'server',
    },
    {
      name: 'DROPBOX:USER@EXAMPLE.COM',
      id: '10962094962201651950',
      type: 'none',
    },
  ],
  summary: [
    {
      type: 'server',
      comment: 'Server',
      total: '20',
      usage: '5',
    },
    {
      type: 'workstation',
      comment: 'Workstation',
      total: '20',
      usage: '0',
    },
    {
      type: 'microsoft',
      comment: 'Office 365/Exchange User',
      total: '20',
      usage: '1',
    },
    {
      type: 'google',
      comment: 'Google Apps User',
      total: '20',
      usage: '0',
    },
    {
      type: 'dropbox',
      comment: 'Dropbox User',
      total: '20',
      usage: '1',
    },
    {
      type: 'box',
      comment: 'Box User',
      total: '20',
      usage: '0',
    },
    {
      type: 'amazon',
      comment: 'Amazon S3 Bucket',
      total: '20',
      usage: '0',
    },
    {
      type: 'azure',
      comment: 'Azure Queue/Table/BLOB',
      total: '20',
      usage: '0',
    },
    {
      type: 'rackspace',
      comment: 'Rackspace Cloud User',
      total: '20',
      usage: '0',
    },
    {
      type: 'lotus',
      comment: 'Lotus Notes User',
      total: '20',
      usage: '0',
    },
    {
      type: 'imap',
      comment: 'IMAP User',
      total: '20',
      usage: '0',
    },
    {
      type: 'teradata',
      comment: 'Teradata Data Allowance',
      total: '20000000000000',
      usage: '0',
    },
  ],
};

export const sitewideBody: LicensesBody = {
  state: 'exceeded',
  expires: '1938048757',
  edition: 'PII',
  company: 'My Organization Inc',
  summary: [
    {
      type: 'global',
      comment: 'Global Data Allowance',
      total: '1000000000',
      usage: '1157499270',
    },
  ],
  datausage: [
    {
      type: 'file',
      location: 'MY-WINDOWS-MACHINE/D:\\Important',
      bytes: '21513313',
      attribution: 'global',
    },
    {
      type: 'file',
      location: 'MY-WINDOWS-MACHINE/D:\\My-Data\\my-doc.pdf',
      bytes: '4832448',
      attribution: 'global',
    },
    {
      type: 'file',
      location: 'MY-WINDOWS-MACHINE/D:\\My-Data\\my-folder.zip',
      bytes: '4829456',
      attribution: 'global',
    },
    {
      type: 'file',
      location: 'MY-WINDOWS-MACHINE/D:\\My-Data\\table9.csv',
      bytes: '432709',
      attribution: 'global',
    },
    {
      type: 'file',
      location: 'MY-WINDOWS-MACHINE/D:\\My-Data\\Project-01',
      bytes: '11410212',
      attribution: 'global',
    },
    {
      type: 'file',
      location: 'MY-WINDOWS-MACHINE/D:\\My-Data\\Project-02',
      bytes: '23688842',
      attribution: 'global',
    },
    {
      type: 'file',
      location: 'MY-WINDOWS-MACHINE/D:\\My-Data\\Project-03',
      bytes: '47338714',
      attribution: 'global',
    },
    {
      type: 'file',
      location: 'MY-WINDOWS-MACHINE/D:\\My-Data\\Project-04',
      bytes: '94859416',
      attribution: 'global',
    },
    {
      type: 'file',
      location: 'MY-WINDOWS-MACHINE/D:\\My-Data\\Project-05',
      bytes: '189718832',
      attribution: 'global',
    },
    {
      type: 'file',
      location: 'MY-WINDOWS-MACHINE/D:\\My-Data\\Project-06',
      bytes: '758875328',
      attribution: 'global',
    },
  ],
  warning: '85567564053 bytes of scanned data from 2 scans pending processing',
};

export const nonSitewideBody: LicensesBody = {
  state: 'licensed',
  expires: '1632378566',
  edition: 'PRO',
  company: 'Example Company Inc',
  summary: [
    {
      type: 'server',
      comment: 'Server',
      total: '5',
      usage: '1',
    },
    {
      type: 'client',
      comment: 'Client',
      total: '5',
      usage: '1',
    },
    {
      type: 'server',
      comment: 'Server Data Allowance',
      total: '50000000000',
      usage: '2347137973',
    },
    {
      type: 'client',
      comment: 'Client Data Allowance',
      total: '50000000000',
      usage: '1966126249',
    },
  ],
  targets: [
    {
      name: 'MY-WINDOWS-MACHINE',
      id: '15192847076812295797',
      type: 'workstation',
    },
    {
      name: 'MY-UBUNTU-MACHINE',
      id: '15752461946507620351',
      type: 'server',
    },
  ],
  datausage: [
    {
      type: 'file',
      location: 'MY-WINDOWS-MACHINE All local files',
      bytes: '21513313',
      attribution: 'client',
    },
    {
      type: 'file',
      location: 'MY-UBUNTU-MACHINE All local files',
      bytes: '2347137973',
      attribution: 'server',
    },
  ],
};
