/** Enterprise Recon: what is licensed, what of it is left, and who uses it? */
import { useAsk } from '../../gateway/use-ask.js';
import { graphql } from '../../generated/index.js';
import { LicenseUpload } from '../../parts/license-upload.js';
import { SourceLine } from '../../parts/source.js';
import { VendorPage } from '../../parts/vendor-page.js';
import { DataUsage } from './data-usage.js';
import { Installation } from './installation.js';
import { Unlicensed } from './unlicensed.js';

const ReconSources = graphql(`
  query ReconSources {
    sources(first: 100, filter: { kinds: ["enterprise-recon"] }) {
      nodes {
        ...SourceParts
        ...UploadParts
      }
    }
  }
`);

export default function EnterpriseRecon() {
  const asked = useAsk(ReconSources, {});
  return (
    <VendorPage
      title="Enterprise Recon"
      lead="What is licensed, what is left of it, and where is the data that uses it up?"
      asked={asked}
      actions={(source) => <LicenseUpload key={source.id} source={source} />}
    >
      {(source) => (
        <>
          <SourceLine source={source} />
          <Installation key={`license ${source.id}`} source={source.name} />
          <DataUsage key={`usage ${source.id}`} source={source.name} />
          <Unlicensed key={`unlicensed ${source.id}`} source={source.name} />
        </>
      )}
    </VendorPage>
  );
}
