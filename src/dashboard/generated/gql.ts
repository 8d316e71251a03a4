/* eslint-disable */
import * as types from './graphql.js';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  fragment AcknowledgementParts on Message {\n    id\n    displayName\n    acknowledgedAt\n    acknowledgedBy\n  }\n": typeof types.AcknowledgementPartsFragmentDoc,
    "\n  mutation Acknowledge($messageId: ID!) {\n    acknowledgeMessage(input: { messageId: $messageId }) {\n      message {\n        ...AcknowledgementParts\n      }\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n": typeof types.AcknowledgeDocument,
    "\n  fragment GroupActionParts on SplunkGroup {\n    id\n    name\n    isActive\n    source {\n      id\n      name\n      kind\n      capabilities\n    }\n  }\n": typeof types.GroupActionPartsFragmentDoc,
    "\n  query GroupContents($source: String!) {\n    groups(first: 50, filter: { sources: [$source] }) {\n      nodes {\n        id\n        name\n        ... on SplunkGroup {\n          isActive\n          licenses(first: 10) {\n            totalCount\n            nodes {\n              id\n              displayName\n            }\n          }\n          stacks(first: 10) {\n            totalCount\n            nodes {\n              id\n              displayName\n              quotaBytes\n              isUnlimited\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.GroupContentsDocument,
    "\n  mutation ActivateGroup($input: ActivateGroupInput!) {\n    activateGroup(input: $input) {\n      group {\n        id\n      }\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n": typeof types.ActivateGroupDocument,
    "\n  fragment LicenseActionParts on License {\n    id\n    displayName\n    source {\n      id\n      name\n      kind\n      capabilities\n    }\n  }\n": typeof types.LicenseActionPartsFragmentDoc,
    "\n  mutation DeleteLicense($input: DeleteLicenseInput!) {\n    deleteLicense(input: $input) {\n      deletedId\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n": typeof types.DeleteLicenseDocument,
    "\n  mutation ActivateMachine($input: ActivateMachineInput!) {\n    change: activateMachine(input: $input) {\n      target {\n        id\n        displayName\n      }\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n": typeof types.ActivateMachineDocument,
    "\n  mutation CreateLicense($input: CreateLicenseInput!) {\n    change: createLicense(input: $input) {\n      license {\n        id\n        displayName\n      }\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n": typeof types.CreateLicenseDocument,
    "\n  query PoliciesAndGroups($source: String!) {\n    policies(first: 500, filter: { sources: [$source] }) {\n      nodes {\n        id\n        displayName\n        maxMachines\n        maxProcesses\n        maxUsers\n        maxCores\n        maxUses\n        maxMemory\n        maxDisk\n      }\n    }\n    groups(first: 500, filter: { sources: [$source] }) {\n      nodes {\n        id\n        displayName\n      }\n    }\n  }\n": typeof types.PoliciesAndGroupsDocument,
    "\n  fragment MachineActionParts on KeygenMachine {\n    id\n    displayName\n    source {\n      id\n      name\n      kind\n      capabilities\n    }\n  }\n": typeof types.MachineActionPartsFragmentDoc,
    "\n  mutation DeactivateMachine($id: ID!) {\n    change: deactivateMachine(input: { targetId: $id }) {\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n": typeof types.DeactivateMachineDocument,
    "\n  mutation UpdateLicense($input: UpdateLicenseInput!) {\n    change: updateLicense(input: $input) {\n      license {\n        id\n      }\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n": typeof types.UpdateLicenseDocument,
    "\n  mutation SuspendLicense($id: ID!) {\n    change: suspendLicense(input: { licenseId: $id }) {\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n": typeof types.SuspendLicenseDocument,
    "\n  mutation ReinstateLicense($id: ID!) {\n    change: reinstateLicense(input: { licenseId: $id }) {\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n": typeof types.ReinstateLicenseDocument,
    "\n  mutation RenewLicense($id: ID!) {\n    change: renewLicense(input: { licenseId: $id }) {\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n": typeof types.RenewLicenseDocument,
    "\n  mutation CheckInLicense($id: ID!) {\n    change: checkInLicense(input: { licenseId: $id }) {\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n": typeof types.CheckInLicenseDocument,
    "\n  mutation ResetUsage($id: ID!) {\n    change: resetUsage(input: { licenseId: $id }) {\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n": typeof types.ResetUsageDocument,
    "\n  mutation RevokeLicense($id: ID!) {\n    change: revokeLicense(input: { licenseId: $id }) {\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n": typeof types.RevokeLicenseDocument,
    "\n  fragment KeygenActionParts on KeygenLicense {\n    id\n    displayName\n    name\n    suspended\n    protected\n    requireCheckIn\n    expiresAt\n    uses\n    maxMachines\n    maxProcesses\n    maxUsers\n    maxCores\n    maxUses\n    maxMemory\n    maxDisk\n    policy {\n      id\n      displayName\n      duration\n      protected\n      maxMachines\n      maxProcesses\n      maxUsers\n      maxCores\n      maxUses\n      maxMemory\n      maxDisk\n    }\n    source {\n      id\n      name\n      kind\n      capabilities\n    }\n  }\n": typeof types.KeygenActionPartsFragmentDoc,
    "\n  mutation IncrementUsage($input: IncrementUsageInput!) {\n    change: incrementUsage(input: $input) {\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n": typeof types.IncrementUsageDocument,
    "\n  mutation DecrementUsage($input: DecrementUsageInput!) {\n    change: decrementUsage(input: $input) {\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n": typeof types.DecrementUsageDocument,
    "\n  mutation ValidateLicense($id: ID!) {\n    change: validateLicense(input: { licenseId: $id }) {\n      verdict {\n        ...VerdictParts\n      }\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n": typeof types.ValidateLicenseDocument,
    "\n  query PeersToChoose($filter: PeerFilter!) {\n    peers(first: 20, filter: $filter) {\n      nodes {\n        id\n        label\n        vendorId\n      }\n    }\n  }\n": typeof types.PeersToChooseDocument,
    "\n  mutation DeletePool($input: DeletePoolInput!) {\n    deletePool(input: $input) {\n      deletedId\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n": typeof types.DeletePoolDocument,
    "\n  fragment ProjectionParts on QuotaProjection {\n    subjectId\n    dimension\n    limit\n    used\n    ratio\n    state\n    enforcement\n    subject {\n      __typename\n      displayName\n      quotas {\n        dimension\n        limit\n        used\n        ratio\n        state\n        enforcement\n      }\n    }\n  }\n": typeof types.ProjectionPartsFragmentDoc,
    "\n  fragment PoolActionParts on Pool {\n    id\n    name\n    description\n    isMax\n    fixed\n    limit\n    peerVendorIds\n    source {\n      id\n      name\n      kind\n      capabilities\n    }\n    stack {\n      id\n      displayName\n    }\n    peers(first: 100) {\n      nodes {\n        id\n        vendorId\n        label\n      }\n    }\n  }\n": typeof types.PoolActionPartsFragmentDoc,
    "\n  mutation TryPool($input: UpdatePoolInput!) {\n    updatePool(input: $input) {\n      quotas {\n        ...ProjectionParts\n      }\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n": typeof types.TryPoolDocument,
    "\n  mutation UpdatePool($input: UpdatePoolInput!) {\n    updatePool(input: $input) {\n      pool {\n        ...PoolActionParts\n      }\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n": typeof types.UpdatePoolDocument,
    "\n  mutation TryNewPool($input: CreatePoolInput!) {\n    createPool(input: $input) {\n      quotas {\n        ...ProjectionParts\n      }\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n": typeof types.TryNewPoolDocument,
    "\n  mutation CreatePool($input: CreatePoolInput!) {\n    createPool(input: $input) {\n      pool {\n        ...PoolActionParts\n      }\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n": typeof types.CreatePoolDocument,
    "\n  subscription SourceSynced {\n    sourceSynced {\n      id\n    }\n  }\n": typeof types.SourceSyncedDocument,
    "\n  subscription MessageRaised {\n    messageRaised(filter: { severities: [WARN, ERROR] }) {\n      id\n      severity\n      category\n      description\n      source {\n        name\n      }\n    }\n  }\n": typeof types.MessageRaisedDocument,
    "\n  query Viewer {\n    viewer {\n      name\n      role\n      sources\n    }\n  }\n": typeof types.ViewerDocument,
    "\n  fragment ForecastParts on Forecast {\n    method\n    projectedAtReset\n    exhaustsAt\n    low\n    high\n    basis {\n      from\n      to\n      samples\n    }\n  }\n": typeof types.ForecastPartsFragmentDoc,
    "\n  fragment UploadParts on Source {\n    id\n    name\n    kind\n    capabilities\n  }\n": typeof types.UploadPartsFragmentDoc,
    "\n  mutation UploadLicense($input: UploadLicenseInput!) {\n    change: uploadLicense(input: $input) {\n      license {\n        id\n        displayName\n        status\n      }\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n": typeof types.UploadLicenseDocument,
    "\n  fragment LicenseParts on License {\n    id\n    displayName\n    status\n    reportedStatus\n    derivedStatus\n    conflicts\n    expiresAt\n    observedAt\n    source {\n      id\n      name\n      kind\n      stale\n    }\n  }\n": typeof types.LicensePartsFragmentDoc,
    "\n  fragment QuotaOutlook on Quota {\n    ...QuotaParts\n    forecast {\n      ...ForecastParts\n    }\n  }\n": typeof types.QuotaOutlookFragmentDoc,
    "\n  fragment QuotaParts on Quota {\n    id\n    source {\n      id\n      name\n      kind\n      timeZone\n    }\n    dimension\n    measure\n    limit\n    used\n    remaining\n    ratio\n    state\n    enforcement\n    overageLimit\n    resetsAt\n    observedAt\n    stale\n    reasons\n  }\n": typeof types.QuotaPartsFragmentDoc,
    "\n  fragment RefreshableParts on Source {\n    id\n    name\n    capabilities\n  }\n": typeof types.RefreshablePartsFragmentDoc,
    "\n  mutation RefreshSource($sourceId: ID!) {\n    refreshSource(input: { sourceId: $sourceId }) {\n      source {\n        ...SourceParts\n      }\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n": typeof types.RefreshSourceDocument,
    "\n  fragment RefusalParts on MutationError {\n    code\n    message\n    path\n  }\n": typeof types.RefusalPartsFragmentDoc,
    "\n  fragment SourceParts on Source {\n    id\n    name\n    kind\n    status\n    stale\n    lastSyncedAt\n    lastError {\n      code\n      message\n    }\n  }\n": typeof types.SourcePartsFragmentDoc,
    "\n  fragment TableSource on Source {\n    id\n    name\n    kind\n    stale\n    lastSyncedAt\n  }\n": typeof types.TableSourceFragmentDoc,
    "\n  query SourceNames {\n    sources(first: 500) {\n      nodes {\n        name\n      }\n    }\n  }\n": typeof types.SourceNamesDocument,
    "\n  query FilterThing($id: ID!) {\n    node(id: $id) {\n      ... on Quotable {\n        displayName\n      }\n      ... on Target {\n        displayName\n      }\n      ... on Source {\n        displayName\n      }\n      ... on KeygenPolicy {\n        displayName\n      }\n    }\n  }\n": typeof types.FilterThingDocument,
    "\n  fragment VerdictParts on KeygenVerdict {\n    valid\n    code\n    detail\n    determinate\n  }\n": typeof types.VerdictPartsFragmentDoc,
    "\n  query SourcesHealth {\n    sources(first: 500) {\n      nodes {\n        ...SourceParts\n      }\n    }\n  }\n": typeof types.SourcesHealthDocument,
    "\n  query AuditTable($first: Int, $after: String, $filter: AuditEntryFilter, $orderBy: AuditEntryOrder) {\n    auditEntries(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {\n      nodes {\n        id\n        at\n        actor\n        role\n        action\n        subjectId\n        source {\n          ...TableSource\n        }\n        input\n        before\n        after\n        outcome\n        code\n        upstreamRequestId\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n": typeof types.AuditTableDocument,
    "\n  query ReconDataUsage($source: String!) {\n    dataUsages(first: 500, filter: { sources: [$source] }) {\n      totalCount\n      nodes {\n        id\n        location\n        bytes\n        attribution\n        target {\n          id\n          displayName\n        }\n      }\n    }\n  }\n": typeof types.ReconDataUsageDocument,
    "\n  query ReconSources {\n    sources(first: 100, filter: { kinds: [\"enterprise-recon\"] }) {\n      nodes {\n        ...SourceParts\n        ...UploadParts\n      }\n    }\n  }\n": typeof types.ReconSourcesDocument,
    "\n  fragment ReconPoolParts on Pool {\n    id\n    displayName\n    unit\n    quotas {\n      ...QuotaParts\n    }\n  }\n": typeof types.ReconPoolPartsFragmentDoc,
    "\n  query ReconInstallation($source: String!) {\n    licenses(first: 10, filter: { sources: [$source] }) {\n      nodes {\n        __typename\n        ... on EnterpriseReconLicense {\n          ...LicenseParts\n          model\n          edition\n          company\n          warning\n          pendingBytes\n          pendingScans\n        }\n      }\n    }\n    pools(first: 100, filter: { sources: [$source] }, orderBy: { field: RATIO, direction: DESC }) {\n      nodes {\n        ...ReconPoolParts\n      }\n    }\n  }\n": typeof types.ReconInstallationDocument,
    "\n  query UnlicensedTargets($source: String!) {\n    targets(first: 20, filter: { sources: [$source], licensed: false }) {\n      totalCount\n      nodes {\n        id\n        displayName\n      }\n    }\n  }\n": typeof types.UnlicensedTargetsDocument,
    "\n  query HistorySubject($id: ID!) {\n    node(id: $id) {\n      __typename\n      id\n      ... on Quotable {\n        displayName\n        source {\n          id\n          name\n          kind\n          timeZone\n        }\n        quotas {\n          id\n          dimension\n        }\n      }\n      ... on Quota {\n        dimension\n        subject {\n          id\n          displayName\n          source {\n            id\n            name\n            kind\n            timeZone\n          }\n          quotas {\n            id\n            dimension\n          }\n        }\n      }\n    }\n  }\n": typeof types.HistorySubjectDocument,
    "\n  query Course($id: ID!, $from: DateTime, $to: DateTime, $resolution: UsageResolution!) {\n    node(id: $id) {\n      id\n      ... on Quota {\n        ...QuotaParts\n        usage(from: $from, to: $to, resolution: $resolution) {\n          start\n          peak\n          last\n          limit\n          samples\n        }\n        forecast {\n          ...ForecastParts\n        }\n      }\n    }\n  }\n": typeof types.CourseDocument,
    "\n  query SubjectSearch($search: String) {\n    quotas(first: 40, filter: { search: $search }) {\n      nodes {\n        id\n        dimension\n        subject {\n          id\n          displayName\n        }\n        source {\n          id\n          name\n        }\n      }\n    }\n  }\n": typeof types.SubjectSearchDocument,
    "\n  query WorstForHistory {\n    quotas(first: 10) {\n      nodes {\n        ...QuotaParts\n        subject {\n          id\n          displayName\n        }\n      }\n    }\n  }\n": typeof types.WorstForHistoryDocument,
    "\n  query KeygenSources {\n    sources(first: 100, filter: { kinds: [\"keygen\"] }) {\n      nodes {\n        ...SourceParts\n        ...UploadParts\n      }\n    }\n  }\n": typeof types.KeygenSourcesDocument,
    "\n  query LicensesToChoose($first: Int!, $filter: LicenseFilter!) {\n    licenses(first: $first, filter: $filter, orderBy: { field: STATUS, direction: DESC }) {\n      totalCount\n      nodes {\n        id\n        displayName\n        status\n      }\n    }\n  }\n": typeof types.LicensesToChooseDocument,
    "\n  query KeygenLicenseOf($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on KeygenLicense {\n        ...LicenseParts\n        ...KeygenActionParts\n        ...TermsParts\n        quotas {\n          ...QuotaParts\n        }\n        verdict {\n          ...VerdictParts\n        }\n      }\n    }\n  }\n": typeof types.KeygenLicenseOfDocument,
    "\n  fragment TermsParts on KeygenLicense {\n    id\n    createdAt\n    expiresAt\n    protected\n    floating\n    strict\n    lastValidatedAt\n    lastCheckInAt\n    nextCheckInAt\n    policy {\n      id\n      displayName\n      overageStrategy\n      expirationStrategy\n    }\n    group {\n      id\n      displayName\n    }\n  }\n": typeof types.TermsPartsFragmentDoc,
    "\n  query KeyOf($id: ID!) {\n    node(id: $id) {\n      ... on KeygenLicense {\n        id\n        key\n      }\n    }\n  }\n": typeof types.KeyOfDocument,
    "\n  query MachinesOf($id: ID!, $first: Int!) {\n    node(id: $id) {\n      __typename\n      ... on KeygenLicense {\n        machines(first: $first) {\n          totalCount\n          nodes {\n            __typename\n            ... on KeygenMachine {\n              ...MachineActionParts\n              fingerprint\n              platform\n              cores\n              memory\n              lastHeartbeatAt\n              createdAt\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.MachinesOfDocument,
    "\n  query MessagesTable($first: Int, $after: String, $filter: MessageFilter, $orderBy: MessageOrder) {\n    messages(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {\n      nodes {\n        ...AcknowledgementParts\n        severity\n        category\n        origin\n        description\n        createdAt\n        active\n        source {\n          ...TableSource\n        }\n        subject {\n          id\n          ... on Quotable {\n            displayName\n          }\n          ... on Target {\n            displayName\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n": typeof types.MessagesTableDocument,
    "\n  query AuditEntryNode($id: ID!) {\n    node(id: $id) {\n      __typename\n      ...AuditEntryPage\n    }\n  }\n": typeof types.AuditEntryNodeDocument,
    "\n  fragment AuditEntryPage on AuditEntry {\n    id\n    at\n    actor\n    role\n    action\n    subjectId\n    source {\n      ...SourceParts\n    }\n    input\n    before\n    after\n    outcome\n    code\n    upstreamRequestId\n  }\n": typeof types.AuditEntryPageFragmentDoc,
    "\n  fragment DataUsageRow on DataUsage {\n    id\n    displayName\n    type\n    bytes\n  }\n": typeof types.DataUsageRowFragmentDoc,
    "\n  query DataUsageNode($id: ID!) {\n    node(id: $id) {\n      __typename\n      ...DataUsagePage\n    }\n  }\n": typeof types.DataUsageNodeDocument,
    "\n  fragment DataUsagePage on DataUsage {\n    id\n    displayName\n    vendorId\n    vendorFields\n    source {\n      ...SourceParts\n    }\n    location\n    type\n    bytes\n    attribution\n    pool {\n      id\n      displayName\n    }\n    target {\n      id\n      displayName\n    }\n  }\n": typeof types.DataUsagePageFragmentDoc,
    "\n  fragment EnterpriseReconLicensePage on EnterpriseReconLicense {\n    ...LicensePage\n    model\n    edition\n    company\n    warning\n    pendingBytes\n    pendingScans\n    pools(first: 20) {\n      totalCount\n      nodes {\n        ...PoolRow\n      }\n    }\n    targets(first: 20) {\n      totalCount\n      nodes {\n        ...TargetRow\n      }\n    }\n    dataUsages(first: 1) {\n      totalCount\n    }\n  }\n": typeof types.EnterpriseReconLicensePageFragmentDoc,
    "\n  query GroupNode($id: ID!) {\n    node(id: $id) {\n      __typename\n      ...SplunkGroupPage\n      ...KeygenGroupPage\n    }\n  }\n": typeof types.GroupNodeDocument,
    "\n  fragment GroupPage on Group {\n    id\n    displayName\n    vendorId\n    vendorFields\n    source {\n      ...SourceParts\n    }\n    licenses(first: 20) {\n      totalCount\n      nodes {\n        ...LicenseParts\n      }\n    }\n    quotas {\n      ...QuotaOutlook\n    }\n  }\n": typeof types.GroupPageFragmentDoc,
    "\n  fragment SplunkGroupPage on SplunkGroup {\n    ...GroupPage\n    ...GroupActionParts\n    isActive\n    stacks(first: 20) {\n      totalCount\n      nodes {\n        ...StackRow\n      }\n    }\n  }\n": typeof types.SplunkGroupPageFragmentDoc,
    "\n  fragment KeygenGroupPage on KeygenGroup {\n    ...GroupPage\n    maxLicenses\n    maxMachines\n    maxUsers\n  }\n": typeof types.KeygenGroupPageFragmentDoc,
    "\n  fragment KeygenLicensePage on KeygenLicense {\n    ...LicensePage\n    ...KeygenActionParts\n    key\n    uses\n    maxUses\n    maxMachines\n    maxProcesses\n    maxUsers\n    maxCores\n    maxMemory\n    maxDisk\n    protected\n    suspended\n    floating\n    strict\n    encrypted\n    scheme\n    requireHeartbeat\n    requireCheckIn\n    version\n    lastValidatedAt\n    lastCheckOutAt\n    lastCheckInAt\n    nextCheckInAt\n    updatedAt\n    metadata\n    machineCount\n    userCount\n    policy {\n      id\n      displayName\n    }\n    ownerVendorId\n    productVendorId\n    environmentVendorId\n    entitlements {\n      vendorId\n      code\n      name\n    }\n    verdict {\n      valid\n      code\n      detail\n      determinate\n    }\n  }\n": typeof types.KeygenLicensePageFragmentDoc,
    "\n  query KeygenMachines($id: ID!, $first: Int!) {\n    node(id: $id) {\n      ... on KeygenLicense {\n        machines(first: $first) {\n          totalCount\n          nodes {\n            ...TargetRow\n          }\n        }\n      }\n    }\n  }\n": typeof types.KeygenMachinesDocument,
    "\n  query LicenseNode($id: ID!) {\n    node(id: $id) {\n      __typename\n      ...SplunkLicensePage\n      ...EnterpriseReconLicensePage\n      ...KeygenLicensePage\n    }\n  }\n": typeof types.LicenseNodeDocument,
    "\n  fragment LicensePage on License {\n    ...LicenseParts\n    vendorId\n    vendorFields\n    createdAt\n    features\n    source {\n      ...SourceParts\n    }\n    group {\n      id\n      displayName\n    }\n    quotas {\n      ...QuotaOutlook\n    }\n  }\n": typeof types.LicensePageFragmentDoc,
    "\n  fragment LocalPeer on SplunkLocalPeer {\n    peerVendorId\n    peerLabel\n    managerGuid\n    managerUri\n    isManager\n    features {\n      name\n      state\n    }\n    addOns\n    licenseKeys\n    connectionTimeout\n    sendTimeout\n    receiveTimeout\n    squashThreshold\n    lastManagerContactAttemptAt\n    lastManagerContactSuccessAt\n    lastTrackerDbServiceAt\n    vendorFields\n  }\n": typeof types.LocalPeerFragmentDoc,
    "\n  query MessageNode($id: ID!) {\n    node(id: $id) {\n      __typename\n      ...MessagePage\n    }\n  }\n": typeof types.MessageNodeDocument,
    "\n  fragment MessagePage on Message {\n    ...AcknowledgementParts\n    id\n    displayName\n    vendorId\n    vendorFields\n    source {\n      ...SourceParts\n    }\n    origin\n    category\n    severity\n    description\n    createdAt\n    active\n    acknowledgedAt\n    acknowledgedBy\n    quota {\n      id\n      dimension\n      subject {\n        displayName\n      }\n    }\n    license {\n      id\n      displayName\n    }\n    pool {\n      id\n      displayName\n    }\n    stack {\n      id\n      displayName\n    }\n    peer {\n      id\n      displayName\n    }\n    target {\n      id\n      displayName\n    }\n    subject {\n      __typename\n      ... on Group {\n        id\n        displayName\n      }\n    }\n  }\n": typeof types.MessagePageFragmentDoc,
    "\n  query MessagesAbout($id: ID!) {\n    messages(first: 20, filter: { subjectId: $id, active: true }) {\n      totalCount\n      nodes {\n        id\n        category\n        severity\n        description\n        createdAt\n        acknowledgedAt\n      }\n    }\n  }\n": typeof types.MessagesAboutDocument,
    "\n  fragment PeerRow on Peer {\n    id\n    displayName\n    usedBytes\n    warningCount\n    searchBlocked\n  }\n": typeof types.PeerRowFragmentDoc,
    "\n  fragment PeerUsageParts on Pool {\n    used\n    peerUsages(first: 20) {\n      peerVendorId\n      usedBytes\n      peer {\n        id\n        displayName\n      }\n    }\n  }\n": typeof types.PeerUsagePartsFragmentDoc,
    "\n  query PeerNode($id: ID!) {\n    node(id: $id) {\n      __typename\n      ...PeerPage\n    }\n  }\n": typeof types.PeerNodeDocument,
    "\n  fragment PeerPage on Peer {\n    id\n    displayName\n    vendorId\n    vendorFields\n    source {\n      ...SourceParts\n    }\n    label\n    warningCount\n    orphan\n    isLocal\n    usedBytes\n    searchBlocked\n    pools(first: 20) {\n      totalCount\n      nodes {\n        ...PoolRow\n      }\n    }\n    activePools(first: 20) {\n      totalCount\n      nodes {\n        ...PoolRow\n      }\n    }\n    stacks(first: 20) {\n      totalCount\n      nodes {\n        ...StackRow\n      }\n    }\n    quotas {\n      ...QuotaOutlook\n    }\n  }\n": typeof types.PeerPageFragmentDoc,
    "\n  query PolicyNode($id: ID!) {\n    node(id: $id) {\n      __typename\n      ...PolicyPage\n    }\n  }\n": typeof types.PolicyNodeDocument,
    "\n  fragment PolicyPage on KeygenPolicy {\n    id\n    displayName\n    vendorId\n    vendorFields\n    source {\n      ...SourceParts\n    }\n    duration\n    floating\n    strict\n    protected\n    encrypted\n    usePool\n    scheme\n    maxMachines\n    maxProcesses\n    maxUsers\n    maxCores\n    maxUses\n    maxMemory\n    maxDisk\n    overageStrategy\n    expirationStrategy\n    expirationBasis\n    renewalBasis\n    transferStrategy\n    authenticationStrategy\n    machineLeasingStrategy\n    processLeasingStrategy\n    machineUniquenessStrategy\n    machineMatchingStrategy\n    componentUniquenessStrategy\n    componentMatchingStrategy\n    heartbeatDuration\n    heartbeatCullStrategy\n    heartbeatResurrectionStrategy\n    heartbeatBasis\n    requireHeartbeat\n    requireCheckIn\n    checkInInterval\n    checkInIntervalCount\n    requireProductScope\n    requirePolicyScope\n    requireMachineScope\n    requireFingerprintScope\n    requireComponentsScope\n    requireUserScope\n    requireChecksumScope\n    requireVersionScope\n    requireEnvironmentScope\n    metadata\n    createdAt\n    updatedAt\n    environmentVendorId\n    productVendorId\n  }\n": typeof types.PolicyPageFragmentDoc,
    "\n  fragment PoolRow on Pool {\n    id\n    displayName\n    unit\n    limit\n    used\n    source {\n      kind\n    }\n    quotas {\n      ...QuotaParts\n    }\n  }\n": typeof types.PoolRowFragmentDoc,
    "\n  query PoolNode($id: ID!) {\n    node(id: $id) {\n      __typename\n      ...PoolPage\n    }\n  }\n": typeof types.PoolNodeDocument,
    "\n  fragment PoolPage on Pool {\n    ...PoolActionParts\n    ...PeerUsageParts\n    id\n    displayName\n    vendorId\n    vendorFields\n    source {\n      ...SourceParts\n    }\n    description\n    unit\n    stack {\n      id\n      displayName\n    }\n    license {\n      id\n      displayName\n    }\n    isMax\n    fixed\n    limit\n    used\n    peerVendorIds\n    acceptsAllPeers\n    naming: peers(first: 20) {\n      totalCount\n      nodes {\n        ...PeerRow\n      }\n    }\n    targets(first: 20) {\n      totalCount\n      nodes {\n        ...TargetRow\n      }\n    }\n    dataUsages(first: 20) {\n      totalCount\n      nodes {\n        ...DataUsageRow\n      }\n    }\n    quotas {\n      ...QuotaOutlook\n    }\n  }\n": typeof types.PoolPageFragmentDoc,
    "\n  query QuotaNode($id: ID!) {\n    node(id: $id) {\n      __typename\n      ...QuotaPage\n    }\n  }\n": typeof types.QuotaNodeDocument,
    "\n  fragment QuotaPage on Quota {\n    ...QuotaOutlook\n    source {\n      ...SourceParts\n    }\n    subject {\n      id\n      displayName\n    }\n  }\n": typeof types.QuotaPageFragmentDoc,
    "\n  fragment SourceContents on Source {\n    name\n    licenses(first: 1) {\n      totalCount\n    }\n    groups(first: 1) {\n      totalCount\n    }\n    stacks(first: 1) {\n      totalCount\n    }\n    pools(first: 1) {\n      totalCount\n    }\n    peers(first: 1) {\n      totalCount\n    }\n    targets(first: 1) {\n      totalCount\n    }\n    dataUsages(first: 1) {\n      totalCount\n    }\n    policies(first: 1) {\n      totalCount\n    }\n  }\n": typeof types.SourceContentsFragmentDoc,
    "\n  query SourceNode($id: ID!) {\n    node(id: $id) {\n      __typename\n      ...SourcePage\n    }\n  }\n": typeof types.SourceNodeDocument,
    "\n  fragment SourcePage on Source {\n    ...SourceParts\n    ...SourceContents\n    displayName\n    vendorFields\n    version\n    timeZone\n    lastAttemptAt\n    nextSyncAt\n    capabilities\n    localPeer {\n      ...LocalPeer\n    }\n  }\n": typeof types.SourcePageFragmentDoc,
    "\n  fragment SplunkLicensePage on SplunkLicense {\n    ...LicensePage\n    ...LicenseActionParts\n    label\n    type\n    stack {\n      id\n      displayName\n    }\n    licenseHash\n    guid\n    subgroupId\n    quotaBytes\n    isUnlimited\n    maxViolations\n    windowPeriod\n    sourcetypes\n    disabledFeatures\n    addOns\n    notes\n  }\n": typeof types.SplunkLicensePageFragmentDoc,
    "\n  fragment StackRow on Stack {\n    id\n    displayName\n    type\n    isActive\n    isUnlimited\n    quotaBytes\n  }\n": typeof types.StackRowFragmentDoc,
    "\n  query StackNode($id: ID!) {\n    node(id: $id) {\n      __typename\n      ...StackPage\n    }\n  }\n": typeof types.StackNodeDocument,
    "\n  fragment StackPage on Stack {\n    id\n    displayName\n    vendorId\n    vendorFields\n    source {\n      ...SourceParts\n    }\n    label\n    type\n    isActive\n    quotaBytes\n    isUnlimited\n    maxViolations\n    windowPeriod\n    fixedPools\n    group {\n      id\n      displayName\n    }\n    licenses(first: 20) {\n      totalCount\n      nodes {\n        ...LicenseParts\n      }\n    }\n    pools(first: 20) {\n      totalCount\n      nodes {\n        ...PoolRow\n      }\n    }\n    quotas {\n      ...QuotaOutlook\n    }\n  }\n": typeof types.StackPageFragmentDoc,
    "\n  fragment TargetRow on Target {\n    id\n    displayName\n    type\n    licensed\n    ... on KeygenMachine {\n      hostname\n      platform\n    }\n  }\n": typeof types.TargetRowFragmentDoc,
    "\n  query TargetNode($id: ID!) {\n    node(id: $id) {\n      __typename\n      ...ReconTargetPage\n      ...KeygenMachinePage\n    }\n  }\n": typeof types.TargetNodeDocument,
    "\n  fragment TargetPage on Target {\n    id\n    displayName\n    vendorId\n    vendorFields\n    source {\n      ...SourceParts\n    }\n    name\n    type\n    licensed\n    license {\n      id\n      displayName\n    }\n  }\n": typeof types.TargetPageFragmentDoc,
    "\n  fragment ReconTargetPage on EnterpriseReconTarget {\n    ...TargetPage\n    pool {\n      id\n      displayName\n    }\n  }\n": typeof types.ReconTargetPageFragmentDoc,
    "\n  fragment KeygenMachinePage on KeygenMachine {\n    ...TargetPage\n    ...MachineActionParts\n    fingerprint\n    hostname\n    platform\n    ip\n    cores\n    memory\n    disk\n    lastHeartbeatAt\n    createdAt\n  }\n": typeof types.KeygenMachinePageFragmentDoc,
    "\n  query BlockedSearches {\n    peers(first: 10, filter: { searchBlocked: true }) {\n      totalCount\n      nodes {\n        id\n        displayName\n        quotas {\n          ...QuotaParts\n        }\n      }\n    }\n    quotas(\n      first: 40\n      filter: { dimensions: [WARNINGS], states: [OK, WARNING, CRITICAL] }\n      orderBy: { field: RATIO, direction: DESC }\n    ) {\n      nodes {\n        ...QuotaParts\n        subject {\n          __typename\n          id\n          displayName\n        }\n      }\n    }\n  }\n": typeof types.BlockedSearchesDocument,
    "\n  query Crossings {\n    quotas(\n      first: 60\n      filter: { states: [OK, WARNING, CRITICAL] }\n      orderBy: { field: RATIO, direction: DESC }\n    ) {\n      nodes {\n        ...QuotaParts\n        subject {\n          id\n          displayName\n        }\n        forecast {\n          ...ForecastParts\n        }\n      }\n    }\n  }\n": typeof types.CrossingsDocument,
    "\n  query Expiries($withinDays: Int!) {\n    overview {\n      expiring(withinDays: $withinDays, first: 500) {\n        ...LicenseParts\n      }\n    }\n  }\n": typeof types.ExpiriesDocument,
    "\n  query GravestMessages {\n    overview {\n      messages {\n        bySeverity {\n          severity\n          count\n        }\n      }\n    }\n    messages(\n      first: 6\n      filter: { active: true, severities: [ERROR, WARN] }\n      orderBy: { field: SEVERITY, direction: DESC }\n    ) {\n      nodes {\n        id\n        severity\n        category\n        description\n        createdAt\n        acknowledgedBy\n        source {\n          name\n        }\n      }\n    }\n  }\n": typeof types.GravestMessagesDocument,
    "\n  query Overview {\n    overview {\n      sources {\n        total\n        ok\n        stale\n        failing\n      }\n      licenses {\n        total\n        byStatus {\n          status\n          count\n        }\n      }\n      quotas {\n        total\n        byState {\n          state\n          count\n        }\n      }\n      messages {\n        bySeverity {\n          severity\n          count\n        }\n      }\n    }\n    blocked: peers(first: 1, filter: { searchBlocked: true }) {\n      totalCount\n    }\n    sources(first: 20) {\n      totalCount\n      nodes {\n        ...SourceParts\n      }\n    }\n  }\n": typeof types.OverviewDocument,
    "\n  query WorstQuotas {\n    overview {\n      quotas {\n        worst(first: 6) {\n          ...QuotaParts\n          subject {\n            id\n            displayName\n          }\n          forecast {\n            ...ForecastParts\n          }\n        }\n      }\n    }\n  }\n": typeof types.WorstQuotasDocument,
    "\n  fragment SourceCardParts on Source {\n    ...SourceParts\n    ...RefreshableParts\n    version\n    timeZone\n    lastAttemptAt\n    nextSyncAt\n    localPeer {\n      peerVendorId\n      peerLabel\n      isManager\n      managerUri\n      lastManagerContactSuccessAt\n    }\n  }\n": typeof types.SourceCardPartsFragmentDoc,
    "\n  query Sources {\n    sources(first: 200) {\n      totalCount\n      nodes {\n        ...SourceCardParts\n      }\n    }\n  }\n": typeof types.SourcesDocument,
    "\n  query SplunkGroups($source: String!) {\n    groups(first: 50, filter: { sources: [$source] }) {\n      nodes {\n        ... on SplunkGroup {\n          ...GroupActionParts\n          licenses(first: 1) {\n            totalCount\n          }\n          stacks(first: 50) {\n            nodes {\n              ...SplunkStackParts\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.SplunkGroupsDocument,
    "\n  fragment LocalPeerParts on SplunkLocalPeer {\n    peerVendorId\n    peerLabel\n    managerGuid\n    managerUri\n    isManager\n    features {\n      name\n      state\n    }\n    licenseKeys\n    connectionTimeout\n    sendTimeout\n    receiveTimeout\n    squashThreshold\n    lastManagerContactAttemptAt\n    lastManagerContactSuccessAt\n    lastTrackerDbServiceAt\n  }\n": typeof types.LocalPeerPartsFragmentDoc,
    "\n  fragment SplunkSourceParts on Source {\n    localPeer {\n      ...LocalPeerParts\n    }\n  }\n": typeof types.SplunkSourcePartsFragmentDoc,
    "\n  fragment WarnedPeer on Peer {\n    id\n    label\n    vendorId\n    searchBlocked\n    orphan\n    isLocal\n    warningCount\n    usedBytes\n    activePools(first: 5) {\n      totalCount\n      nodes {\n        id\n        name\n      }\n    }\n  }\n": typeof types.WarnedPeerFragmentDoc,
    "\n  query SplunkPeers($source: String!, $first: Int!) {\n    quotas(\n      first: $first\n      filter: { sources: [$source], dimensions: [WARNINGS] }\n      orderBy: { field: RATIO, direction: DESC }\n    ) {\n      totalCount\n      nodes {\n        ...QuotaParts\n        subject {\n          ... on Peer {\n            ...WarnedPeer\n          }\n        }\n      }\n    }\n  }\n": typeof types.SplunkPeersDocument,
    "\n  query SplunkSources {\n    sources(first: 100, filter: { kinds: [\"splunk\"] }) {\n      nodes {\n        ...SourceParts\n        ...SplunkSourceParts\n        capabilities\n      }\n    }\n  }\n": typeof types.SplunkSourcesDocument,
    "\n  fragment StackLicenseParts on License {\n    ...LicenseActionParts\n    status\n    expiresAt\n    ... on SplunkLicense {\n      quotaBytes\n      isUnlimited\n    }\n  }\n": typeof types.StackLicensePartsFragmentDoc,
    "\n  fragment SplunkStackParts on Stack {\n    id\n    displayName\n    type\n    quotaBytes\n    isUnlimited\n    fixedPools\n    isActive\n    source {\n      id\n      name\n      kind\n    }\n  }\n": typeof types.SplunkStackPartsFragmentDoc,
    "\n  query StackPools($source: String!, $stackId: ID!) {\n    pools(first: 500, filter: { sources: [$source], stackId: $stackId }, orderBy: { field: USED, direction: DESC }) {\n      totalCount\n      nodes {\n        ...PoolActionParts\n        used\n        acceptsAllPeers\n        quotas {\n          ...QuotaParts\n        }\n      }\n    }\n    licenses(first: 100, filter: { sources: [$source], stackId: $stackId }) {\n      totalCount\n      nodes {\n        ...StackLicenseParts\n      }\n    }\n    quotas(first: 10, filter: { sources: [$source], subjectId: $stackId }) {\n      nodes {\n        ...QuotaParts\n      }\n    }\n  }\n": typeof types.StackPoolsDocument,
    "\n  query DataUsagesTable($first: Int, $after: String, $filter: DataUsageFilter, $orderBy: DataUsageOrder) {\n    dataUsages(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {\n      nodes {\n        id\n        displayName\n        vendorId\n        type\n        bytes\n        attribution\n        observedAt\n        source {\n          ...TableSource\n        }\n        pool {\n          id\n          displayName\n        }\n        target {\n          id\n          displayName\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n": typeof types.DataUsagesTableDocument,
    "\n  query GroupsTable($first: Int, $after: String, $filter: GroupFilter, $orderBy: GroupOrder) {\n    groups(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {\n      nodes {\n        id\n        displayName\n        vendorId\n        source {\n          ...TableSource\n        }\n        licenses(first: 1) {\n          totalCount\n        }\n        quotas {\n          ...QuotaParts\n        }\n        ... on SplunkGroup {\n          isActive\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n": typeof types.GroupsTableDocument,
    "\n  query LicensesTable($first: Int, $after: String, $filter: LicenseFilter, $orderBy: LicenseOrder) {\n    licenses(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {\n      nodes {\n        ...LicenseParts\n        vendorId\n        createdAt\n        features\n        group {\n          id\n          displayName\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n": typeof types.LicensesTableDocument,
    "\n  query PeersTable($first: Int, $after: String, $filter: PeerFilter, $orderBy: PeerOrder) {\n    peers(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {\n      nodes {\n        id\n        displayName\n        vendorId\n        warningCount\n        orphan\n        isLocal\n        usedBytes\n        searchBlocked\n        source {\n          ...TableSource\n        }\n        quotas {\n          ...QuotaParts\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n": typeof types.PeersTableDocument,
    "\n  query PoliciesTable($first: Int, $after: String, $filter: PolicyFilter, $orderBy: PolicyOrder) {\n    policies(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {\n      nodes {\n        id\n        displayName\n        vendorId\n        duration\n        floating\n        strict\n        maxMachines\n        maxUsers\n        maxUses\n        overageStrategy\n        expirationStrategy\n        requireHeartbeat\n        requireCheckIn\n        createdAt\n        source {\n          ...TableSource\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n": typeof types.PoliciesTableDocument,
    "\n  query PoolsTable($first: Int, $after: String, $filter: PoolFilter, $orderBy: PoolOrder) {\n    pools(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {\n      nodes {\n        id\n        displayName\n        vendorId\n        description\n        unit\n        used\n        isMax\n        fixed\n        acceptsAllPeers\n        source {\n          ...TableSource\n        }\n        stack {\n          id\n          displayName\n        }\n        quotas {\n          ...QuotaParts\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n": typeof types.PoolsTableDocument,
    "\n  query QuotasTable($first: Int, $after: String, $filter: QuotaFilter, $orderBy: QuotaOrder) {\n    quotas(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {\n      nodes {\n        ...QuotaParts\n        subject {\n          id\n          displayName\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n": typeof types.QuotasTableDocument,
    "\n  query StacksTable($first: Int, $after: String, $filter: StackFilter, $orderBy: StackOrder) {\n    stacks(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {\n      nodes {\n        id\n        displayName\n        vendorId\n        type\n        isActive\n        quotaBytes\n        isUnlimited\n        maxViolations\n        windowPeriod\n        source {\n          ...TableSource\n        }\n        group {\n          id\n          displayName\n        }\n        quotas {\n          ...QuotaParts\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n": typeof types.StacksTableDocument,
    "\n  query TargetsTable($first: Int, $after: String, $filter: TargetFilter, $orderBy: TargetOrder) {\n    targets(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {\n      nodes {\n        id\n        displayName\n        vendorId\n        type\n        licensed\n        source {\n          ...TableSource\n        }\n        license {\n          id\n          displayName\n        }\n        pool {\n          id\n          displayName\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n": typeof types.TargetsTableDocument,
    "\n  query WhatIfParts($source: String!) {\n    source(name: $source) {\n      id\n      pools(first: 500) {\n        nodes {\n          id\n          displayName\n          unit\n          limit\n          isMax\n          fixed\n        }\n      }\n      stacks(first: 100) {\n        nodes {\n          id\n          displayName\n        }\n      }\n    }\n  }\n": typeof types.WhatIfPartsDocument,
    "\n  query DroppableLicenses($source: String!, $search: String) {\n    licenses(first: 40, filter: { sources: [$source], search: $search }) {\n      nodes {\n        id\n        displayName\n      }\n    }\n  }\n": typeof types.DroppableLicensesDocument,
    "\n  query DroppedLicenses($ids: [ID!]!) {\n    nodes(ids: $ids) {\n      id\n      ... on Quotable {\n        displayName\n      }\n    }\n  }\n": typeof types.DroppedLicensesDocument,
    "\n  query WhatIfSources {\n    sources(first: 500) {\n      nodes {\n        id\n        name\n        kind\n        timeZone\n      }\n    }\n  }\n": typeof types.WhatIfSourcesDocument,
    "\n  query TryOut($input: WhatIfInput!) {\n    whatIf(input: $input) {\n      quotas {\n        ...ProjectionParts\n      }\n      messages {\n        category\n        severity\n        description\n        subjectId\n      }\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n": typeof types.TryOutDocument,
};
const documents: Documents = {
    "\n  fragment AcknowledgementParts on Message {\n    id\n    displayName\n    acknowledgedAt\n    acknowledgedBy\n  }\n": types.AcknowledgementPartsFragmentDoc,
    "\n  mutation Acknowledge($messageId: ID!) {\n    acknowledgeMessage(input: { messageId: $messageId }) {\n      message {\n        ...AcknowledgementParts\n      }\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n": types.AcknowledgeDocument,
    "\n  fragment GroupActionParts on SplunkGroup {\n    id\n    name\n    isActive\n    source {\n      id\n      name\n      kind\n      capabilities\n    }\n  }\n": types.GroupActionPartsFragmentDoc,
    "\n  query GroupContents($source: String!) {\n    groups(first: 50, filter: { sources: [$source] }) {\n      nodes {\n        id\n        name\n        ... on SplunkGroup {\n          isActive\n          licenses(first: 10) {\n            totalCount\n            nodes {\n              id\n              displayName\n            }\n          }\n          stacks(first: 10) {\n            totalCount\n            nodes {\n              id\n              displayName\n              quotaBytes\n              isUnlimited\n            }\n          }\n        }\n      }\n    }\n  }\n": types.GroupContentsDocument,
    "\n  mutation ActivateGroup($input: ActivateGroupInput!) {\n    activateGroup(input: $input) {\n      group {\n        id\n      }\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n": types.ActivateGroupDocument,
    "\n  fragment LicenseActionParts on License {\n    id\n    displayName\n    source {\n      id\n      name\n      kind\n      capabilities\n    }\n  }\n": types.LicenseActionPartsFragmentDoc,
    "\n  mutation DeleteLicense($input: DeleteLicenseInput!) {\n    deleteLicense(input: $input) {\n      deletedId\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n": types.DeleteLicenseDocument,
    "\n  mutation ActivateMachine($input: ActivateMachineInput!) {\n    change: activateMachine(input: $input) {\n      target {\n        id\n        displayName\n      }\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n": types.ActivateMachineDocument,
    "\n  mutation CreateLicense($input: CreateLicenseInput!) {\n    change: createLicense(input: $input) {\n      license {\n        id\n        displayName\n      }\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n": types.CreateLicenseDocument,
    "\n  query PoliciesAndGroups($source: String!) {\n    policies(first: 500, filter: { sources: [$source] }) {\n      nodes {\n        id\n        displayName\n        maxMachines\n        maxProcesses\n        maxUsers\n        maxCores\n        maxUses\n        maxMemory\n        maxDisk\n      }\n    }\n    groups(first: 500, filter: { sources: [$source] }) {\n      nodes {\n        id\n        displayName\n      }\n    }\n  }\n": types.PoliciesAndGroupsDocument,
    "\n  fragment MachineActionParts on KeygenMachine {\n    id\n    displayName\n    source {\n      id\n      name\n      kind\n      capabilities\n    }\n  }\n": types.MachineActionPartsFragmentDoc,
    "\n  mutation DeactivateMachine($id: ID!) {\n    change: deactivateMachine(input: { targetId: $id }) {\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n": types.DeactivateMachineDocument,
    "\n  mutation UpdateLicense($input: UpdateLicenseInput!) {\n    change: updateLicense(input: $input) {\n      license {\n        id\n      }\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n": types.UpdateLicenseDocument,
    "\n  mutation SuspendLicense($id: ID!) {\n    change: suspendLicense(input: { licenseId: $id }) {\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n": types.SuspendLicenseDocument,
    "\n  mutation ReinstateLicense($id: ID!) {\n    change: reinstateLicense(input: { licenseId: $id }) {\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n": types.ReinstateLicenseDocument,
    "\n  mutation RenewLicense($id: ID!) {\n    change: renewLicense(input: { licenseId: $id }) {\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n": types.RenewLicenseDocument,
    "\n  mutation CheckInLicense($id: ID!) {\n    change: checkInLicense(input: { licenseId: $id }) {\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n": types.CheckInLicenseDocument,
    "\n  mutation ResetUsage($id: ID!) {\n    change: resetUsage(input: { licenseId: $id }) {\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n": types.ResetUsageDocument,
    "\n  mutation RevokeLicense($id: ID!) {\n    change: revokeLicense(input: { licenseId: $id }) {\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n": types.RevokeLicenseDocument,
    "\n  fragment KeygenActionParts on KeygenLicense {\n    id\n    displayName\n    name\n    suspended\n    protected\n    requireCheckIn\n    expiresAt\n    uses\n    maxMachines\n    maxProcesses\n    maxUsers\n    maxCores\n    maxUses\n    maxMemory\n    maxDisk\n    policy {\n      id\n      displayName\n      duration\n      protected\n      maxMachines\n      maxProcesses\n      maxUsers\n      maxCores\n      maxUses\n      maxMemory\n      maxDisk\n    }\n    source {\n      id\n      name\n      kind\n      capabilities\n    }\n  }\n": types.KeygenActionPartsFragmentDoc,
    "\n  mutation IncrementUsage($input: IncrementUsageInput!) {\n    change: incrementUsage(input: $input) {\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n": types.IncrementUsageDocument,
    "\n  mutation DecrementUsage($input: DecrementUsageInput!) {\n    change: decrementUsage(input: $input) {\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n": types.DecrementUsageDocument,
    "\n  mutation ValidateLicense($id: ID!) {\n    change: validateLicense(input: { licenseId: $id }) {\n      verdict {\n        ...VerdictParts\n      }\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n": types.ValidateLicenseDocument,
    "\n  query PeersToChoose($filter: PeerFilter!) {\n    peers(first: 20, filter: $filter) {\n      nodes {\n        id\n        label\n        vendorId\n      }\n    }\n  }\n": types.PeersToChooseDocument,
    "\n  mutation DeletePool($input: DeletePoolInput!) {\n    deletePool(input: $input) {\n      deletedId\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n": types.DeletePoolDocument,
    "\n  fragment ProjectionParts on QuotaProjection {\n    subjectId\n    dimension\n    limit\n    used\n    ratio\n    state\n    enforcement\n    subject {\n      __typename\n      displayName\n      quotas {\n        dimension\n        limit\n        used\n        ratio\n        state\n        enforcement\n      }\n    }\n  }\n": types.ProjectionPartsFragmentDoc,
    "\n  fragment PoolActionParts on Pool {\n    id\n    name\n    description\n    isMax\n    fixed\n    limit\n    peerVendorIds\n    source {\n      id\n      name\n      kind\n      capabilities\n    }\n    stack {\n      id\n      displayName\n    }\n    peers(first: 100) {\n      nodes {\n        id\n        vendorId\n        label\n      }\n    }\n  }\n": types.PoolActionPartsFragmentDoc,
    "\n  mutation TryPool($input: UpdatePoolInput!) {\n    updatePool(input: $input) {\n      quotas {\n        ...ProjectionParts\n      }\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n": types.TryPoolDocument,
    "\n  mutation UpdatePool($input: UpdatePoolInput!) {\n    updatePool(input: $input) {\n      pool {\n        ...PoolActionParts\n      }\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n": types.UpdatePoolDocument,
    "\n  mutation TryNewPool($input: CreatePoolInput!) {\n    createPool(input: $input) {\n      quotas {\n        ...ProjectionParts\n      }\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n": types.TryNewPoolDocument,
    "\n  mutation CreatePool($input: CreatePoolInput!) {\n    createPool(input: $input) {\n      pool {\n        ...PoolActionParts\n      }\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n": types.CreatePoolDocument,
    "\n  subscription SourceSynced {\n    sourceSynced {\n      id\n    }\n  }\n": types.SourceSyncedDocument,
    "\n  subscription MessageRaised {\n    messageRaised(filter: { severities: [WARN, ERROR] }) {\n      id\n      severity\n      category\n      description\n      source {\n        name\n      }\n    }\n  }\n": types.MessageRaisedDocument,
    "\n  query Viewer {\n    viewer {\n      name\n      role\n      sources\n    }\n  }\n": types.ViewerDocument,
    "\n  fragment ForecastParts on Forecast {\n    method\n    projectedAtReset\n    exhaustsAt\n    low\n    high\n    basis {\n      from\n      to\n      samples\n    }\n  }\n": types.ForecastPartsFragmentDoc,
    "\n  fragment UploadParts on Source {\n    id\n    name\n    kind\n    capabilities\n  }\n": types.UploadPartsFragmentDoc,
    "\n  mutation UploadLicense($input: UploadLicenseInput!) {\n    change: uploadLicense(input: $input) {\n      license {\n        id\n        displayName\n        status\n      }\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n": types.UploadLicenseDocument,
    "\n  fragment LicenseParts on License {\n    id\n    displayName\n    status\n    reportedStatus\n    derivedStatus\n    conflicts\n    expiresAt\n    observedAt\n    source {\n      id\n      name\n      kind\n      stale\n    }\n  }\n": types.LicensePartsFragmentDoc,
    "\n  fragment QuotaOutlook on Quota {\n    ...QuotaParts\n    forecast {\n      ...ForecastParts\n    }\n  }\n": types.QuotaOutlookFragmentDoc,
    "\n  fragment QuotaParts on Quota {\n    id\n    source {\n      id\n      name\n      kind\n      timeZone\n    }\n    dimension\n    measure\n    limit\n    used\n    remaining\n    ratio\n    state\n    enforcement\n    overageLimit\n    resetsAt\n    observedAt\n    stale\n    reasons\n  }\n": types.QuotaPartsFragmentDoc,
    "\n  fragment RefreshableParts on Source {\n    id\n    name\n    capabilities\n  }\n": types.RefreshablePartsFragmentDoc,
    "\n  mutation RefreshSource($sourceId: ID!) {\n    refreshSource(input: { sourceId: $sourceId }) {\n      source {\n        ...SourceParts\n      }\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n": types.RefreshSourceDocument,
    "\n  fragment RefusalParts on MutationError {\n    code\n    message\n    path\n  }\n": types.RefusalPartsFragmentDoc,
    "\n  fragment SourceParts on Source {\n    id\n    name\n    kind\n    status\n    stale\n    lastSyncedAt\n    lastError {\n      code\n      message\n    }\n  }\n": types.SourcePartsFragmentDoc,
    "\n  fragment TableSource on Source {\n    id\n    name\n    kind\n    stale\n    lastSyncedAt\n  }\n": types.TableSourceFragmentDoc,
    "\n  query SourceNames {\n    sources(first: 500) {\n      nodes {\n        name\n      }\n    }\n  }\n": types.SourceNamesDocument,
    "\n  query FilterThing($id: ID!) {\n    node(id: $id) {\n      ... on Quotable {\n        displayName\n      }\n      ... on Target {\n        displayName\n      }\n      ... on Source {\n        displayName\n      }\n      ... on KeygenPolicy {\n        displayName\n      }\n    }\n  }\n": types.FilterThingDocument,
    "\n  fragment VerdictParts on KeygenVerdict {\n    valid\n    code\n    detail\n    determinate\n  }\n": types.VerdictPartsFragmentDoc,
    "\n  query SourcesHealth {\n    sources(first: 500) {\n      nodes {\n        ...SourceParts\n      }\n    }\n  }\n": types.SourcesHealthDocument,
    "\n  query AuditTable($first: Int, $after: String, $filter: AuditEntryFilter, $orderBy: AuditEntryOrder) {\n    auditEntries(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {\n      nodes {\n        id\n        at\n        actor\n        role\n        action\n        subjectId\n        source {\n          ...TableSource\n        }\n        input\n        before\n        after\n        outcome\n        code\n        upstreamRequestId\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n": types.AuditTableDocument,
    "\n  query ReconDataUsage($source: String!) {\n    dataUsages(first: 500, filter: { sources: [$source] }) {\n      totalCount\n      nodes {\n        id\n        location\n        bytes\n        attribution\n        target {\n          id\n          displayName\n        }\n      }\n    }\n  }\n": types.ReconDataUsageDocument,
    "\n  query ReconSources {\n    sources(first: 100, filter: { kinds: [\"enterprise-recon\"] }) {\n      nodes {\n        ...SourceParts\n        ...UploadParts\n      }\n    }\n  }\n": types.ReconSourcesDocument,
    "\n  fragment ReconPoolParts on Pool {\n    id\n    displayName\n    unit\n    quotas {\n      ...QuotaParts\n    }\n  }\n": types.ReconPoolPartsFragmentDoc,
    "\n  query ReconInstallation($source: String!) {\n    licenses(first: 10, filter: { sources: [$source] }) {\n      nodes {\n        __typename\n        ... on EnterpriseReconLicense {\n          ...LicenseParts\n          model\n          edition\n          company\n          warning\n          pendingBytes\n          pendingScans\n        }\n      }\n    }\n    pools(first: 100, filter: { sources: [$source] }, orderBy: { field: RATIO, direction: DESC }) {\n      nodes {\n        ...ReconPoolParts\n      }\n    }\n  }\n": types.ReconInstallationDocument,
    "\n  query UnlicensedTargets($source: String!) {\n    targets(first: 20, filter: { sources: [$source], licensed: false }) {\n      totalCount\n      nodes {\n        id\n        displayName\n      }\n    }\n  }\n": types.UnlicensedTargetsDocument,
    "\n  query HistorySubject($id: ID!) {\n    node(id: $id) {\n      __typename\n      id\n      ... on Quotable {\n        displayName\n        source {\n          id\n          name\n          kind\n          timeZone\n        }\n        quotas {\n          id\n          dimension\n        }\n      }\n      ... on Quota {\n        dimension\n        subject {\n          id\n          displayName\n          source {\n            id\n            name\n            kind\n            timeZone\n          }\n          quotas {\n            id\n            dimension\n          }\n        }\n      }\n    }\n  }\n": types.HistorySubjectDocument,
    "\n  query Course($id: ID!, $from: DateTime, $to: DateTime, $resolution: UsageResolution!) {\n    node(id: $id) {\n      id\n      ... on Quota {\n        ...QuotaParts\n        usage(from: $from, to: $to, resolution: $resolution) {\n          start\n          peak\n          last\n          limit\n          samples\n        }\n        forecast {\n          ...ForecastParts\n        }\n      }\n    }\n  }\n": types.CourseDocument,
    "\n  query SubjectSearch($search: String) {\n    quotas(first: 40, filter: { search: $search }) {\n      nodes {\n        id\n        dimension\n        subject {\n          id\n          displayName\n        }\n        source {\n          id\n          name\n        }\n      }\n    }\n  }\n": types.SubjectSearchDocument,
    "\n  query WorstForHistory {\n    quotas(first: 10) {\n      nodes {\n        ...QuotaParts\n        subject {\n          id\n          displayName\n        }\n      }\n    }\n  }\n": types.WorstForHistoryDocument,
    "\n  query KeygenSources {\n    sources(first: 100, filter: { kinds: [\"keygen\"] }) {\n      nodes {\n        ...SourceParts\n        ...UploadParts\n      }\n    }\n  }\n": types.KeygenSourcesDocument,
    "\n  query LicensesToChoose($first: Int!, $filter: LicenseFilter!) {\n    licenses(first: $first, filter: $filter, orderBy: { field: STATUS, direction: DESC }) {\n      totalCount\n      nodes {\n        id\n        displayName\n        status\n      }\n    }\n  }\n": types.LicensesToChooseDocument,
    "\n  query KeygenLicenseOf($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on KeygenLicense {\n        ...LicenseParts\n        ...KeygenActionParts\n        ...TermsParts\n        quotas {\n          ...QuotaParts\n        }\n        verdict {\n          ...VerdictParts\n        }\n      }\n    }\n  }\n": types.KeygenLicenseOfDocument,
    "\n  fragment TermsParts on KeygenLicense {\n    id\n    createdAt\n    expiresAt\n    protected\n    floating\n    strict\n    lastValidatedAt\n    lastCheckInAt\n    nextCheckInAt\n    policy {\n      id\n      displayName\n      overageStrategy\n      expirationStrategy\n    }\n    group {\n      id\n      displayName\n    }\n  }\n": types.TermsPartsFragmentDoc,
    "\n  query KeyOf($id: ID!) {\n    node(id: $id) {\n      ... on KeygenLicense {\n        id\n        key\n      }\n    }\n  }\n": types.KeyOfDocument,
    "\n  query MachinesOf($id: ID!, $first: Int!) {\n    node(id: $id) {\n      __typename\n      ... on KeygenLicense {\n        machines(first: $first) {\n          totalCount\n          nodes {\n            __typename\n            ... on KeygenMachine {\n              ...MachineActionParts\n              fingerprint\n              platform\n              cores\n              memory\n              lastHeartbeatAt\n              createdAt\n            }\n          }\n        }\n      }\n    }\n  }\n": types.MachinesOfDocument,
    "\n  query MessagesTable($first: Int, $after: String, $filter: MessageFilter, $orderBy: MessageOrder) {\n    messages(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {\n      nodes {\n        ...AcknowledgementParts\n        severity\n        category\n        origin\n        description\n        createdAt\n        active\n        source {\n          ...TableSource\n        }\n        subject {\n          id\n          ... on Quotable {\n            displayName\n          }\n          ... on Target {\n            displayName\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n": types.MessagesTableDocument,
    "\n  query AuditEntryNode($id: ID!) {\n    node(id: $id) {\n      __typename\n      ...AuditEntryPage\n    }\n  }\n": types.AuditEntryNodeDocument,
    "\n  fragment AuditEntryPage on AuditEntry {\n    id\n    at\n    actor\n    role\n    action\n    subjectId\n    source {\n      ...SourceParts\n    }\n    input\n    before\n    after\n    outcome\n    code\n    upstreamRequestId\n  }\n": types.AuditEntryPageFragmentDoc,
    "\n  fragment DataUsageRow on DataUsage {\n    id\n    displayName\n    type\n    bytes\n  }\n": types.DataUsageRowFragmentDoc,
    "\n  query DataUsageNode($id: ID!) {\n    node(id: $id) {\n      __typename\n      ...DataUsagePage\n    }\n  }\n": types.DataUsageNodeDocument,
    "\n  fragment DataUsagePage on DataUsage {\n    id\n    displayName\n    vendorId\n    vendorFields\n    source {\n      ...SourceParts\n    }\n    location\n    type\n    bytes\n    attribution\n    pool {\n      id\n      displayName\n    }\n    target {\n      id\n      displayName\n    }\n  }\n": types.DataUsagePageFragmentDoc,
    "\n  fragment EnterpriseReconLicensePage on EnterpriseReconLicense {\n    ...LicensePage\n    model\n    edition\n    company\n    warning\n    pendingBytes\n    pendingScans\n    pools(first: 20) {\n      totalCount\n      nodes {\n        ...PoolRow\n      }\n    }\n    targets(first: 20) {\n      totalCount\n      nodes {\n        ...TargetRow\n      }\n    }\n    dataUsages(first: 1) {\n      totalCount\n    }\n  }\n": types.EnterpriseReconLicensePageFragmentDoc,
    "\n  query GroupNode($id: ID!) {\n    node(id: $id) {\n      __typename\n      ...SplunkGroupPage\n      ...KeygenGroupPage\n    }\n  }\n": types.GroupNodeDocument,
    "\n  fragment GroupPage on Group {\n    id\n    displayName\n    vendorId\n    vendorFields\n    source {\n      ...SourceParts\n    }\n    licenses(first: 20) {\n      totalCount\n      nodes {\n        ...LicenseParts\n      }\n    }\n    quotas {\n      ...QuotaOutlook\n    }\n  }\n": types.GroupPageFragmentDoc,
    "\n  fragment SplunkGroupPage on SplunkGroup {\n    ...GroupPage\n    ...GroupActionParts\n    isActive\n    stacks(first: 20) {\n      totalCount\n      nodes {\n        ...StackRow\n      }\n    }\n  }\n": types.SplunkGroupPageFragmentDoc,
    "\n  fragment KeygenGroupPage on KeygenGroup {\n    ...GroupPage\n    maxLicenses\n    maxMachines\n    maxUsers\n  }\n": types.KeygenGroupPageFragmentDoc,
    "\n  fragment KeygenLicensePage on KeygenLicense {\n    ...LicensePage\n    ...KeygenActionParts\n    key\n    uses\n    maxUses\n    maxMachines\n    maxProcesses\n    maxUsers\n    maxCores\n    maxMemory\n    maxDisk\n    protected\n    suspended\n    floating\n    strict\n    encrypted\n    scheme\n    requireHeartbeat\n    requireCheckIn\n    version\n    lastValidatedAt\n    lastCheckOutAt\n    lastCheckInAt\n    nextCheckInAt\n    updatedAt\n    metadata\n    machineCount\n    userCount\n    policy {\n      id\n      displayName\n    }\n    ownerVendorId\n    productVendorId\n    environmentVendorId\n    entitlements {\n      vendorId\n      code\n      name\n    }\n    verdict {\n      valid\n      code\n      detail\n      determinate\n    }\n  }\n": types.KeygenLicensePageFragmentDoc,
    "\n  query KeygenMachines($id: ID!, $first: Int!) {\n    node(id: $id) {\n      ... on KeygenLicense {\n        machines(first: $first) {\n          totalCount\n          nodes {\n            ...TargetRow\n          }\n        }\n      }\n    }\n  }\n": types.KeygenMachinesDocument,
    "\n  query LicenseNode($id: ID!) {\n    node(id: $id) {\n      __typename\n      ...SplunkLicensePage\n      ...EnterpriseReconLicensePage\n      ...KeygenLicensePage\n    }\n  }\n": types.LicenseNodeDocument,
    "\n  fragment LicensePage on License {\n    ...LicenseParts\n    vendorId\n    vendorFields\n    createdAt\n    features\n    source {\n      ...SourceParts\n    }\n    group {\n      id\n      displayName\n    }\n    quotas {\n      ...QuotaOutlook\n    }\n  }\n": types.LicensePageFragmentDoc,
    "\n  fragment LocalPeer on SplunkLocalPeer {\n    peerVendorId\n    peerLabel\n    managerGuid\n    managerUri\n    isManager\n    features {\n      name\n      state\n    }\n    addOns\n    licenseKeys\n    connectionTimeout\n    sendTimeout\n    receiveTimeout\n    squashThreshold\n    lastManagerContactAttemptAt\n    lastManagerContactSuccessAt\n    lastTrackerDbServiceAt\n    vendorFields\n  }\n": types.LocalPeerFragmentDoc,
    "\n  query MessageNode($id: ID!) {\n    node(id: $id) {\n      __typename\n      ...MessagePage\n    }\n  }\n": types.MessageNodeDocument,
    "\n  fragment MessagePage on Message {\n    ...AcknowledgementParts\n    id\n    displayName\n    vendorId\n    vendorFields\n    source {\n      ...SourceParts\n    }\n    origin\n    category\n    severity\n    description\n    createdAt\n    active\n    acknowledgedAt\n    acknowledgedBy\n    quota {\n      id\n      dimension\n      subject {\n        displayName\n      }\n    }\n    license {\n      id\n      displayName\n    }\n    pool {\n      id\n      displayName\n    }\n    stack {\n      id\n      displayName\n    }\n    peer {\n      id\n      displayName\n    }\n    target {\n      id\n      displayName\n    }\n    subject {\n      __typename\n      ... on Group {\n        id\n        displayName\n      }\n    }\n  }\n": types.MessagePageFragmentDoc,
    "\n  query MessagesAbout($id: ID!) {\n    messages(first: 20, filter: { subjectId: $id, active: true }) {\n      totalCount\n      nodes {\n        id\n        category\n        severity\n        description\n        createdAt\n        acknowledgedAt\n      }\n    }\n  }\n": types.MessagesAboutDocument,
    "\n  fragment PeerRow on Peer {\n    id\n    displayName\n    usedBytes\n    warningCount\n    searchBlocked\n  }\n": types.PeerRowFragmentDoc,
    "\n  fragment PeerUsageParts on Pool {\n    used\n    peerUsages(first: 20) {\n      peerVendorId\n      usedBytes\n      peer {\n        id\n        displayName\n      }\n    }\n  }\n": types.PeerUsagePartsFragmentDoc,
    "\n  query PeerNode($id: ID!) {\n    node(id: $id) {\n      __typename\n      ...PeerPage\n    }\n  }\n": types.PeerNodeDocument,
    "\n  fragment PeerPage on Peer {\n    id\n    displayName\n    vendorId\n    vendorFields\n    source {\n      ...SourceParts\n    }\n    label\n    warningCount\n    orphan\n    isLocal\n    usedBytes\n    searchBlocked\n    pools(first: 20) {\n      totalCount\n      nodes {\n        ...PoolRow\n      }\n    }\n    activePools(first: 20) {\n      totalCount\n      nodes {\n        ...PoolRow\n      }\n    }\n    stacks(first: 20) {\n      totalCount\n      nodes {\n        ...StackRow\n      }\n    }\n    quotas {\n      ...QuotaOutlook\n    }\n  }\n": types.PeerPageFragmentDoc,
    "\n  query PolicyNode($id: ID!) {\n    node(id: $id) {\n      __typename\n      ...PolicyPage\n    }\n  }\n": types.PolicyNodeDocument,
    "\n  fragment PolicyPage on KeygenPolicy {\n    id\n    displayName\n    vendorId\n    vendorFields\n    source {\n      ...SourceParts\n    }\n    duration\n    floating\n    strict\n    protected\n    encrypted\n    usePool\n    scheme\n    maxMachines\n    maxProcesses\n    maxUsers\n    maxCores\n    maxUses\n    maxMemory\n    maxDisk\n    overageStrategy\n    expirationStrategy\n    expirationBasis\n    renewalBasis\n    transferStrategy\n    authenticationStrategy\n    machineLeasingStrategy\n    processLeasingStrategy\n    machineUniquenessStrategy\n    machineMatchingStrategy\n    componentUniquenessStrategy\n    componentMatchingStrategy\n    heartbeatDuration\n    heartbeatCullStrategy\n    heartbeatResurrectionStrategy\n    heartbeatBasis\n    requireHeartbeat\n    requireCheckIn\n    checkInInterval\n    checkInIntervalCount\n    requireProductScope\n    requirePolicyScope\n    requireMachineScope\n    requireFingerprintScope\n    requireComponentsScope\n    requireUserScope\n    requireChecksumScope\n    requireVersionScope\n    requireEnvironmentScope\n    metadata\n    createdAt\n    updatedAt\n    environmentVendorId\n    productVendorId\n  }\n": types.PolicyPageFragmentDoc,
    "\n  fragment PoolRow on Pool {\n    id\n    displayName\n    unit\n    limit\n    used\n    source {\n      kind\n    }\n    quotas {\n      ...QuotaParts\n    }\n  }\n": types.PoolRowFragmentDoc,
    "\n  query PoolNode($id: ID!) {\n    node(id: $id) {\n      __typename\n      ...PoolPage\n    }\n  }\n": types.PoolNodeDocument,
    "\n  fragment PoolPage on Pool {\n    ...PoolActionParts\n    ...PeerUsageParts\n    id\n    displayName\n    vendorId\n    vendorFields\n    source {\n      ...SourceParts\n    }\n    description\n    unit\n    stack {\n      id\n      displayName\n    }\n    license {\n      id\n      displayName\n    }\n    isMax\n    fixed\n    limit\n    used\n    peerVendorIds\n    acceptsAllPeers\n    naming: peers(first: 20) {\n      totalCount\n      nodes {\n        ...PeerRow\n      }\n    }\n    targets(first: 20) {\n      totalCount\n      nodes {\n        ...TargetRow\n      }\n    }\n    dataUsages(first: 20) {\n      totalCount\n      nodes {\n        ...DataUsageRow\n      }\n    }\n    quotas {\n      ...QuotaOutlook\n    }\n  }\n": types.PoolPageFragmentDoc,
    "\n  query QuotaNode($id: ID!) {\n    node(id: $id) {\n      __typename\n      ...QuotaPage\n    }\n  }\n": types.QuotaNodeDocument,
    "\n  fragment QuotaPage on Quota {\n    ...QuotaOutlook\n    source {\n      ...SourceParts\n    }\n    subject {\n      id\n      displayName\n    }\n  }\n": types.QuotaPageFragmentDoc,
    "\n  fragment SourceContents on Source {\n    name\n    licenses(first: 1) {\n      totalCount\n    }\n    groups(first: 1) {\n      totalCount\n    }\n    stacks(first: 1) {\n      totalCount\n    }\n    pools(first: 1) {\n      totalCount\n    }\n    peers(first: 1) {\n      totalCount\n    }\n    targets(first: 1) {\n      totalCount\n    }\n    dataUsages(first: 1) {\n      totalCount\n    }\n    policies(first: 1) {\n      totalCount\n    }\n  }\n": types.SourceContentsFragmentDoc,
    "\n  query SourceNode($id: ID!) {\n    node(id: $id) {\n      __typename\n      ...SourcePage\n    }\n  }\n": types.SourceNodeDocument,
    "\n  fragment SourcePage on Source {\n    ...SourceParts\n    ...SourceContents\n    displayName\n    vendorFields\n    version\n    timeZone\n    lastAttemptAt\n    nextSyncAt\n    capabilities\n    localPeer {\n      ...LocalPeer\n    }\n  }\n": types.SourcePageFragmentDoc,
    "\n  fragment SplunkLicensePage on SplunkLicense {\n    ...LicensePage\n    ...LicenseActionParts\n    label\n    type\n    stack {\n      id\n      displayName\n    }\n    licenseHash\n    guid\n    subgroupId\n    quotaBytes\n    isUnlimited\n    maxViolations\n    windowPeriod\n    sourcetypes\n    disabledFeatures\n    addOns\n    notes\n  }\n": types.SplunkLicensePageFragmentDoc,
    "\n  fragment StackRow on Stack {\n    id\n    displayName\n    type\n    isActive\n    isUnlimited\n    quotaBytes\n  }\n": types.StackRowFragmentDoc,
    "\n  query StackNode($id: ID!) {\n    node(id: $id) {\n      __typename\n      ...StackPage\n    }\n  }\n": types.StackNodeDocument,
    "\n  fragment StackPage on Stack {\n    id\n    displayName\n    vendorId\n    vendorFields\n    source {\n      ...SourceParts\n    }\n    label\n    type\n    isActive\n    quotaBytes\n    isUnlimited\n    maxViolations\n    windowPeriod\n    fixedPools\n    group {\n      id\n      displayName\n    }\n    licenses(first: 20) {\n      totalCount\n      nodes {\n        ...LicenseParts\n      }\n    }\n    pools(first: 20) {\n      totalCount\n      nodes {\n        ...PoolRow\n      }\n    }\n    quotas {\n      ...QuotaOutlook\n    }\n  }\n": types.StackPageFragmentDoc,
    "\n  fragment TargetRow on Target {\n    id\n    displayName\n    type\n    licensed\n    ... on KeygenMachine {\n      hostname\n      platform\n    }\n  }\n": types.TargetRowFragmentDoc,
    "\n  query TargetNode($id: ID!) {\n    node(id: $id) {\n      __typename\n      ...ReconTargetPage\n      ...KeygenMachinePage\n    }\n  }\n": types.TargetNodeDocument,
    "\n  fragment TargetPage on Target {\n    id\n    displayName\n    vendorId\n    vendorFields\n    source {\n      ...SourceParts\n    }\n    name\n    type\n    licensed\n    license {\n      id\n      displayName\n    }\n  }\n": types.TargetPageFragmentDoc,
    "\n  fragment ReconTargetPage on EnterpriseReconTarget {\n    ...TargetPage\n    pool {\n      id\n      displayName\n    }\n  }\n": types.ReconTargetPageFragmentDoc,
    "\n  fragment KeygenMachinePage on KeygenMachine {\n    ...TargetPage\n    ...MachineActionParts\n    fingerprint\n    hostname\n    platform\n    ip\n    cores\n    memory\n    disk\n    lastHeartbeatAt\n    createdAt\n  }\n": types.KeygenMachinePageFragmentDoc,
    "\n  query BlockedSearches {\n    peers(first: 10, filter: { searchBlocked: true }) {\n      totalCount\n      nodes {\n        id\n        displayName\n        quotas {\n          ...QuotaParts\n        }\n      }\n    }\n    quotas(\n      first: 40\n      filter: { dimensions: [WARNINGS], states: [OK, WARNING, CRITICAL] }\n      orderBy: { field: RATIO, direction: DESC }\n    ) {\n      nodes {\n        ...QuotaParts\n        subject {\n          __typename\n          id\n          displayName\n        }\n      }\n    }\n  }\n": types.BlockedSearchesDocument,
    "\n  query Crossings {\n    quotas(\n      first: 60\n      filter: { states: [OK, WARNING, CRITICAL] }\n      orderBy: { field: RATIO, direction: DESC }\n    ) {\n      nodes {\n        ...QuotaParts\n        subject {\n          id\n          displayName\n        }\n        forecast {\n          ...ForecastParts\n        }\n      }\n    }\n  }\n": types.CrossingsDocument,
    "\n  query Expiries($withinDays: Int!) {\n    overview {\n      expiring(withinDays: $withinDays, first: 500) {\n        ...LicenseParts\n      }\n    }\n  }\n": types.ExpiriesDocument,
    "\n  query GravestMessages {\n    overview {\n      messages {\n        bySeverity {\n          severity\n          count\n        }\n      }\n    }\n    messages(\n      first: 6\n      filter: { active: true, severities: [ERROR, WARN] }\n      orderBy: { field: SEVERITY, direction: DESC }\n    ) {\n      nodes {\n        id\n        severity\n        category\n        description\n        createdAt\n        acknowledgedBy\n        source {\n          name\n        }\n      }\n    }\n  }\n": types.GravestMessagesDocument,
    "\n  query Overview {\n    overview {\n      sources {\n        total\n        ok\n        stale\n        failing\n      }\n      licenses {\n        total\n        byStatus {\n          status\n          count\n        }\n      }\n      quotas {\n        total\n        byState {\n          state\n          count\n        }\n      }\n      messages {\n        bySeverity {\n          severity\n          count\n        }\n      }\n    }\n    blocked: peers(first: 1, filter: { searchBlocked: true }) {\n      totalCount\n    }\n    sources(first: 20) {\n      totalCount\n      nodes {\n        ...SourceParts\n      }\n    }\n  }\n": types.OverviewDocument,
    "\n  query WorstQuotas {\n    overview {\n      quotas {\n        worst(first: 6) {\n          ...QuotaParts\n          subject {\n            id\n            displayName\n          }\n          forecast {\n            ...ForecastParts\n          }\n        }\n      }\n    }\n  }\n": types.WorstQuotasDocument,
    "\n  fragment SourceCardParts on Source {\n    ...SourceParts\n    ...RefreshableParts\n    version\n    timeZone\n    lastAttemptAt\n    nextSyncAt\n    localPeer {\n      peerVendorId\n      peerLabel\n      isManager\n      managerUri\n      lastManagerContactSuccessAt\n    }\n  }\n": types.SourceCardPartsFragmentDoc,
    "\n  query Sources {\n    sources(first: 200) {\n      totalCount\n      nodes {\n        ...SourceCardParts\n      }\n    }\n  }\n": types.SourcesDocument,
    "\n  query SplunkGroups($source: String!) {\n    groups(first: 50, filter: { sources: [$source] }) {\n      nodes {\n        ... on SplunkGroup {\n          ...GroupActionParts\n          licenses(first: 1) {\n            totalCount\n          }\n          stacks(first: 50) {\n            nodes {\n              ...SplunkStackParts\n            }\n          }\n        }\n      }\n    }\n  }\n": types.SplunkGroupsDocument,
    "\n  fragment LocalPeerParts on SplunkLocalPeer {\n    peerVendorId\n    peerLabel\n    managerGuid\n    managerUri\n    isManager\n    features {\n      name\n      state\n    }\n    licenseKeys\n    connectionTimeout\n    sendTimeout\n    receiveTimeout\n    squashThreshold\n    lastManagerContactAttemptAt\n    lastManagerContactSuccessAt\n    lastTrackerDbServiceAt\n  }\n": types.LocalPeerPartsFragmentDoc,
    "\n  fragment SplunkSourceParts on Source {\n    localPeer {\n      ...LocalPeerParts\n    }\n  }\n": types.SplunkSourcePartsFragmentDoc,
    "\n  fragment WarnedPeer on Peer {\n    id\n    label\n    vendorId\n    searchBlocked\n    orphan\n    isLocal\n    warningCount\n    usedBytes\n    activePools(first: 5) {\n      totalCount\n      nodes {\n        id\n        name\n      }\n    }\n  }\n": types.WarnedPeerFragmentDoc,
    "\n  query SplunkPeers($source: String!, $first: Int!) {\n    quotas(\n      first: $first\n      filter: { sources: [$source], dimensions: [WARNINGS] }\n      orderBy: { field: RATIO, direction: DESC }\n    ) {\n      totalCount\n      nodes {\n        ...QuotaParts\n        subject {\n          ... on Peer {\n            ...WarnedPeer\n          }\n        }\n      }\n    }\n  }\n": types.SplunkPeersDocument,
    "\n  query SplunkSources {\n    sources(first: 100, filter: { kinds: [\"splunk\"] }) {\n      nodes {\n        ...SourceParts\n        ...SplunkSourceParts\n        capabilities\n      }\n    }\n  }\n": types.SplunkSourcesDocument,
    "\n  fragment StackLicenseParts on License {\n    ...LicenseActionParts\n    status\n    expiresAt\n    ... on SplunkLicense {\n      quotaBytes\n      isUnlimited\n    }\n  }\n": types.StackLicensePartsFragmentDoc,
    "\n  fragment SplunkStackParts on Stack {\n    id\n    displayName\n    type\n    quotaBytes\n    isUnlimited\n    fixedPools\n    isActive\n    source {\n      id\n      name\n      kind\n    }\n  }\n": types.SplunkStackPartsFragmentDoc,
    "\n  query StackPools($source: String!, $stackId: ID!) {\n    pools(first: 500, filter: { sources: [$source], stackId: $stackId }, orderBy: { field: USED, direction: DESC }) {\n      totalCount\n      nodes {\n        ...PoolActionParts\n        used\n        acceptsAllPeers\n        quotas {\n          ...QuotaParts\n        }\n      }\n    }\n    licenses(first: 100, filter: { sources: [$source], stackId: $stackId }) {\n      totalCount\n      nodes {\n        ...StackLicenseParts\n      }\n    }\n    quotas(first: 10, filter: { sources: [$source], subjectId: $stackId }) {\n      nodes {\n        ...QuotaParts\n      }\n    }\n  }\n": types.StackPoolsDocument,
    "\n  query DataUsagesTable($first: Int, $after: String, $filter: DataUsageFilter, $orderBy: DataUsageOrder) {\n    dataUsages(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {\n      nodes {\n        id\n        displayName\n        vendorId\n        type\n        bytes\n        attribution\n        observedAt\n        source {\n          ...TableSource\n        }\n        pool {\n          id\n          displayName\n        }\n        target {\n          id\n          displayName\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n": types.DataUsagesTableDocument,
    "\n  query GroupsTable($first: Int, $after: String, $filter: GroupFilter, $orderBy: GroupOrder) {\n    groups(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {\n      nodes {\n        id\n        displayName\n        vendorId\n        source {\n          ...TableSource\n        }\n        licenses(first: 1) {\n          totalCount\n        }\n        quotas {\n          ...QuotaParts\n        }\n        ... on SplunkGroup {\n          isActive\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n": types.GroupsTableDocument,
    "\n  query LicensesTable($first: Int, $after: String, $filter: LicenseFilter, $orderBy: LicenseOrder) {\n    licenses(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {\n      nodes {\n        ...LicenseParts\n        vendorId\n        createdAt\n        features\n        group {\n          id\n          displayName\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n": types.LicensesTableDocument,
    "\n  query PeersTable($first: Int, $after: String, $filter: PeerFilter, $orderBy: PeerOrder) {\n    peers(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {\n      nodes {\n        id\n        displayName\n        vendorId\n        warningCount\n        orphan\n        isLocal\n        usedBytes\n        searchBlocked\n        source {\n          ...TableSource\n        }\n        quotas {\n          ...QuotaParts\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n": types.PeersTableDocument,
    "\n  query PoliciesTable($first: Int, $after: String, $filter: PolicyFilter, $orderBy: PolicyOrder) {\n    policies(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {\n      nodes {\n        id\n        displayName\n        vendorId\n        duration\n        floating\n        strict\n        maxMachines\n        maxUsers\n        maxUses\n        overageStrategy\n        expirationStrategy\n        requireHeartbeat\n        requireCheckIn\n        createdAt\n        source {\n          ...TableSource\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n": types.PoliciesTableDocument,
    "\n  query PoolsTable($first: Int, $after: String, $filter: PoolFilter, $orderBy: PoolOrder) {\n    pools(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {\n      nodes {\n        id\n        displayName\n        vendorId\n        description\n        unit\n        used\n        isMax\n        fixed\n        acceptsAllPeers\n        source {\n          ...TableSource\n        }\n        stack {\n          id\n          displayName\n        }\n        quotas {\n          ...QuotaParts\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n": types.PoolsTableDocument,
    "\n  query QuotasTable($first: Int, $after: String, $filter: QuotaFilter, $orderBy: QuotaOrder) {\n    quotas(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {\n      nodes {\n        ...QuotaParts\n        subject {\n          id\n          displayName\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n": types.QuotasTableDocument,
    "\n  query StacksTable($first: Int, $after: String, $filter: StackFilter, $orderBy: StackOrder) {\n    stacks(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {\n      nodes {\n        id\n        displayName\n        vendorId\n        type\n        isActive\n        quotaBytes\n        isUnlimited\n        maxViolations\n        windowPeriod\n        source {\n          ...TableSource\n        }\n        group {\n          id\n          displayName\n        }\n        quotas {\n          ...QuotaParts\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n": types.StacksTableDocument,
    "\n  query TargetsTable($first: Int, $after: String, $filter: TargetFilter, $orderBy: TargetOrder) {\n    targets(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {\n      nodes {\n        id\n        displayName\n        vendorId\n        type\n        licensed\n        source {\n          ...TableSource\n        }\n        license {\n          id\n          displayName\n        }\n        pool {\n          id\n          displayName\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n": types.TargetsTableDocument,
    "\n  query WhatIfParts($source: String!) {\n    source(name: $source) {\n      id\n      pools(first: 500) {\n        nodes {\n          id\n          displayName\n          unit\n          limit\n          isMax\n          fixed\n        }\n      }\n      stacks(first: 100) {\n        nodes {\n          id\n          displayName\n        }\n      }\n    }\n  }\n": types.WhatIfPartsDocument,
    "\n  query DroppableLicenses($source: String!, $search: String) {\n    licenses(first: 40, filter: { sources: [$source], search: $search }) {\n      nodes {\n        id\n        displayName\n      }\n    }\n  }\n": types.DroppableLicensesDocument,
    "\n  query DroppedLicenses($ids: [ID!]!) {\n    nodes(ids: $ids) {\n      id\n      ... on Quotable {\n        displayName\n      }\n    }\n  }\n": types.DroppedLicensesDocument,
    "\n  query WhatIfSources {\n    sources(first: 500) {\n      nodes {\n        id\n        name\n        kind\n        timeZone\n      }\n    }\n  }\n": types.WhatIfSourcesDocument,
    "\n  query TryOut($input: WhatIfInput!) {\n    whatIf(input: $input) {\n      quotas {\n        ...ProjectionParts\n      }\n      messages {\n        category\n        severity\n        description\n        subjectId\n      }\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n": types.TryOutDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AcknowledgementParts on Message {\n    id\n    displayName\n    acknowledgedAt\n    acknowledgedBy\n  }\n"): typeof import('./graphql.js').AcknowledgementPartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Acknowledge($messageId: ID!) {\n    acknowledgeMessage(input: { messageId: $messageId }) {\n      message {\n        ...AcknowledgementParts\n      }\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n"): typeof import('./graphql.js').AcknowledgeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment GroupActionParts on SplunkGroup {\n    id\n    name\n    isActive\n    source {\n      id\n      name\n      kind\n      capabilities\n    }\n  }\n"): typeof import('./graphql.js').GroupActionPartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query GroupContents($source: String!) {\n    groups(first: 50, filter: { sources: [$source] }) {\n      nodes {\n        id\n        name\n        ... on SplunkGroup {\n          isActive\n          licenses(first: 10) {\n            totalCount\n            nodes {\n              id\n              displayName\n            }\n          }\n          stacks(first: 10) {\n            totalCount\n            nodes {\n              id\n              displayName\n              quotaBytes\n              isUnlimited\n            }\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.js').GroupContentsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ActivateGroup($input: ActivateGroupInput!) {\n    activateGroup(input: $input) {\n      group {\n        id\n      }\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n"): typeof import('./graphql.js').ActivateGroupDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment LicenseActionParts on License {\n    id\n    displayName\n    source {\n      id\n      name\n      kind\n      capabilities\n    }\n  }\n"): typeof import('./graphql.js').LicenseActionPartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteLicense($input: DeleteLicenseInput!) {\n    deleteLicense(input: $input) {\n      deletedId\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n"): typeof import('./graphql.js').DeleteLicenseDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ActivateMachine($input: ActivateMachineInput!) {\n    change: activateMachine(input: $input) {\n      target {\n        id\n        displayName\n      }\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n"): typeof import('./graphql.js').ActivateMachineDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateLicense($input: CreateLicenseInput!) {\n    change: createLicense(input: $input) {\n      license {\n        id\n        displayName\n      }\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n"): typeof import('./graphql.js').CreateLicenseDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PoliciesAndGroups($source: String!) {\n    policies(first: 500, filter: { sources: [$source] }) {\n      nodes {\n        id\n        displayName\n        maxMachines\n        maxProcesses\n        maxUsers\n        maxCores\n        maxUses\n        maxMemory\n        maxDisk\n      }\n    }\n    groups(first: 500, filter: { sources: [$source] }) {\n      nodes {\n        id\n        displayName\n      }\n    }\n  }\n"): typeof import('./graphql.js').PoliciesAndGroupsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment MachineActionParts on KeygenMachine {\n    id\n    displayName\n    source {\n      id\n      name\n      kind\n      capabilities\n    }\n  }\n"): typeof import('./graphql.js').MachineActionPartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeactivateMachine($id: ID!) {\n    change: deactivateMachine(input: { targetId: $id }) {\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n"): typeof import('./graphql.js').DeactivateMachineDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateLicense($input: UpdateLicenseInput!) {\n    change: updateLicense(input: $input) {\n      license {\n        id\n      }\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n"): typeof import('./graphql.js').UpdateLicenseDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SuspendLicense($id: ID!) {\n    change: suspendLicense(input: { licenseId: $id }) {\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n"): typeof import('./graphql.js').SuspendLicenseDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReinstateLicense($id: ID!) {\n    change: reinstateLicense(input: { licenseId: $id }) {\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n"): typeof import('./graphql.js').ReinstateLicenseDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RenewLicense($id: ID!) {\n    change: renewLicense(input: { licenseId: $id }) {\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n"): typeof import('./graphql.js').RenewLicenseDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CheckInLicense($id: ID!) {\n    change: checkInLicense(input: { licenseId: $id }) {\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n"): typeof import('./graphql.js').CheckInLicenseDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResetUsage($id: ID!) {\n    change: resetUsage(input: { licenseId: $id }) {\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n"): typeof import('./graphql.js').ResetUsageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeLicense($id: ID!) {\n    change: revokeLicense(input: { licenseId: $id }) {\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n"): typeof import('./graphql.js').RevokeLicenseDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment KeygenActionParts on KeygenLicense {\n    id\n    displayName\n    name\n    suspended\n    protected\n    requireCheckIn\n    expiresAt\n    uses\n    maxMachines\n    maxProcesses\n    maxUsers\n    maxCores\n    maxUses\n    maxMemory\n    maxDisk\n    policy {\n      id\n      displayName\n      duration\n      protected\n      maxMachines\n      maxProcesses\n      maxUsers\n      maxCores\n      maxUses\n      maxMemory\n      maxDisk\n    }\n    source {\n      id\n      name\n      kind\n      capabilities\n    }\n  }\n"): typeof import('./graphql.js').KeygenActionPartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation IncrementUsage($input: IncrementUsageInput!) {\n    change: incrementUsage(input: $input) {\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n"): typeof import('./graphql.js').IncrementUsageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DecrementUsage($input: DecrementUsageInput!) {\n    change: decrementUsage(input: $input) {\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n"): typeof import('./graphql.js').DecrementUsageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ValidateLicense($id: ID!) {\n    change: validateLicense(input: { licenseId: $id }) {\n      verdict {\n        ...VerdictParts\n      }\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n"): typeof import('./graphql.js').ValidateLicenseDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PeersToChoose($filter: PeerFilter!) {\n    peers(first: 20, filter: $filter) {\n      nodes {\n        id\n        label\n        vendorId\n      }\n    }\n  }\n"): typeof import('./graphql.js').PeersToChooseDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeletePool($input: DeletePoolInput!) {\n    deletePool(input: $input) {\n      deletedId\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n"): typeof import('./graphql.js').DeletePoolDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ProjectionParts on QuotaProjection {\n    subjectId\n    dimension\n    limit\n    used\n    ratio\n    state\n    enforcement\n    subject {\n      __typename\n      displayName\n      quotas {\n        dimension\n        limit\n        used\n        ratio\n        state\n        enforcement\n      }\n    }\n  }\n"): typeof import('./graphql.js').ProjectionPartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PoolActionParts on Pool {\n    id\n    name\n    description\n    isMax\n    fixed\n    limit\n    peerVendorIds\n    source {\n      id\n      name\n      kind\n      capabilities\n    }\n    stack {\n      id\n      displayName\n    }\n    peers(first: 100) {\n      nodes {\n        id\n        vendorId\n        label\n      }\n    }\n  }\n"): typeof import('./graphql.js').PoolActionPartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TryPool($input: UpdatePoolInput!) {\n    updatePool(input: $input) {\n      quotas {\n        ...ProjectionParts\n      }\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n"): typeof import('./graphql.js').TryPoolDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdatePool($input: UpdatePoolInput!) {\n    updatePool(input: $input) {\n      pool {\n        ...PoolActionParts\n      }\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n"): typeof import('./graphql.js').UpdatePoolDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TryNewPool($input: CreatePoolInput!) {\n    createPool(input: $input) {\n      quotas {\n        ...ProjectionParts\n      }\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n"): typeof import('./graphql.js').TryNewPoolDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreatePool($input: CreatePoolInput!) {\n    createPool(input: $input) {\n      pool {\n        ...PoolActionParts\n      }\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n"): typeof import('./graphql.js').CreatePoolDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription SourceSynced {\n    sourceSynced {\n      id\n    }\n  }\n"): typeof import('./graphql.js').SourceSyncedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription MessageRaised {\n    messageRaised(filter: { severities: [WARN, ERROR] }) {\n      id\n      severity\n      category\n      description\n      source {\n        name\n      }\n    }\n  }\n"): typeof import('./graphql.js').MessageRaisedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Viewer {\n    viewer {\n      name\n      role\n      sources\n    }\n  }\n"): typeof import('./graphql.js').ViewerDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ForecastParts on Forecast {\n    method\n    projectedAtReset\n    exhaustsAt\n    low\n    high\n    basis {\n      from\n      to\n      samples\n    }\n  }\n"): typeof import('./graphql.js').ForecastPartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment UploadParts on Source {\n    id\n    name\n    kind\n    capabilities\n  }\n"): typeof import('./graphql.js').UploadPartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UploadLicense($input: UploadLicenseInput!) {\n    change: uploadLicense(input: $input) {\n      license {\n        id\n        displayName\n        status\n      }\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n"): typeof import('./graphql.js').UploadLicenseDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment LicenseParts on License {\n    id\n    displayName\n    status\n    reportedStatus\n    derivedStatus\n    conflicts\n    expiresAt\n    observedAt\n    source {\n      id\n      name\n      kind\n      stale\n    }\n  }\n"): typeof import('./graphql.js').LicensePartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment QuotaOutlook on Quota {\n    ...QuotaParts\n    forecast {\n      ...ForecastParts\n    }\n  }\n"): typeof import('./graphql.js').QuotaOutlookFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment QuotaParts on Quota {\n    id\n    source {\n      id\n      name\n      kind\n      timeZone\n    }\n    dimension\n    measure\n    limit\n    used\n    remaining\n    ratio\n    state\n    enforcement\n    overageLimit\n    resetsAt\n    observedAt\n    stale\n    reasons\n  }\n"): typeof import('./graphql.js').QuotaPartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RefreshableParts on Source {\n    id\n    name\n    capabilities\n  }\n"): typeof import('./graphql.js').RefreshablePartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RefreshSource($sourceId: ID!) {\n    refreshSource(input: { sourceId: $sourceId }) {\n      source {\n        ...SourceParts\n      }\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n"): typeof import('./graphql.js').RefreshSourceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RefusalParts on MutationError {\n    code\n    message\n    path\n  }\n"): typeof import('./graphql.js').RefusalPartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SourceParts on Source {\n    id\n    name\n    kind\n    status\n    stale\n    lastSyncedAt\n    lastError {\n      code\n      message\n    }\n  }\n"): typeof import('./graphql.js').SourcePartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TableSource on Source {\n    id\n    name\n    kind\n    stale\n    lastSyncedAt\n  }\n"): typeof import('./graphql.js').TableSourceFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SourceNames {\n    sources(first: 500) {\n      nodes {\n        name\n      }\n    }\n  }\n"): typeof import('./graphql.js').SourceNamesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FilterThing($id: ID!) {\n    node(id: $id) {\n      ... on Quotable {\n        displayName\n      }\n      ... on Target {\n        displayName\n      }\n      ... on Source {\n        displayName\n      }\n      ... on KeygenPolicy {\n        displayName\n      }\n    }\n  }\n"): typeof import('./graphql.js').FilterThingDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment VerdictParts on KeygenVerdict {\n    valid\n    code\n    detail\n    determinate\n  }\n"): typeof import('./graphql.js').VerdictPartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SourcesHealth {\n    sources(first: 500) {\n      nodes {\n        ...SourceParts\n      }\n    }\n  }\n"): typeof import('./graphql.js').SourcesHealthDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AuditTable($first: Int, $after: String, $filter: AuditEntryFilter, $orderBy: AuditEntryOrder) {\n    auditEntries(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {\n      nodes {\n        id\n        at\n        actor\n        role\n        action\n        subjectId\n        source {\n          ...TableSource\n        }\n        input\n        before\n        after\n        outcome\n        code\n        upstreamRequestId\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n"): typeof import('./graphql.js').AuditTableDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReconDataUsage($source: String!) {\n    dataUsages(first: 500, filter: { sources: [$source] }) {\n      totalCount\n      nodes {\n        id\n        location\n        bytes\n        attribution\n        target {\n          id\n          displayName\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.js').ReconDataUsageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReconSources {\n    sources(first: 100, filter: { kinds: [\"enterprise-recon\"] }) {\n      nodes {\n        ...SourceParts\n        ...UploadParts\n      }\n    }\n  }\n"): typeof import('./graphql.js').ReconSourcesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ReconPoolParts on Pool {\n    id\n    displayName\n    unit\n    quotas {\n      ...QuotaParts\n    }\n  }\n"): typeof import('./graphql.js').ReconPoolPartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReconInstallation($source: String!) {\n    licenses(first: 10, filter: { sources: [$source] }) {\n      nodes {\n        __typename\n        ... on EnterpriseReconLicense {\n          ...LicenseParts\n          model\n          edition\n          company\n          warning\n          pendingBytes\n          pendingScans\n        }\n      }\n    }\n    pools(first: 100, filter: { sources: [$source] }, orderBy: { field: RATIO, direction: DESC }) {\n      nodes {\n        ...ReconPoolParts\n      }\n    }\n  }\n"): typeof import('./graphql.js').ReconInstallationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query UnlicensedTargets($source: String!) {\n    targets(first: 20, filter: { sources: [$source], licensed: false }) {\n      totalCount\n      nodes {\n        id\n        displayName\n      }\n    }\n  }\n"): typeof import('./graphql.js').UnlicensedTargetsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query HistorySubject($id: ID!) {\n    node(id: $id) {\n      __typename\n      id\n      ... on Quotable {\n        displayName\n        source {\n          id\n          name\n          kind\n          timeZone\n        }\n        quotas {\n          id\n          dimension\n        }\n      }\n      ... on Quota {\n        dimension\n        subject {\n          id\n          displayName\n          source {\n            id\n            name\n            kind\n            timeZone\n          }\n          quotas {\n            id\n            dimension\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.js').HistorySubjectDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Course($id: ID!, $from: DateTime, $to: DateTime, $resolution: UsageResolution!) {\n    node(id: $id) {\n      id\n      ... on Quota {\n        ...QuotaParts\n        usage(from: $from, to: $to, resolution: $resolution) {\n          start\n          peak\n          last\n          limit\n          samples\n        }\n        forecast {\n          ...ForecastParts\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.js').CourseDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SubjectSearch($search: String) {\n    quotas(first: 40, filter: { search: $search }) {\n      nodes {\n        id\n        dimension\n        subject {\n          id\n          displayName\n        }\n        source {\n          id\n          name\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.js').SubjectSearchDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WorstForHistory {\n    quotas(first: 10) {\n      nodes {\n        ...QuotaParts\n        subject {\n          id\n          displayName\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.js').WorstForHistoryDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query KeygenSources {\n    sources(first: 100, filter: { kinds: [\"keygen\"] }) {\n      nodes {\n        ...SourceParts\n        ...UploadParts\n      }\n    }\n  }\n"): typeof import('./graphql.js').KeygenSourcesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LicensesToChoose($first: Int!, $filter: LicenseFilter!) {\n    licenses(first: $first, filter: $filter, orderBy: { field: STATUS, direction: DESC }) {\n      totalCount\n      nodes {\n        id\n        displayName\n        status\n      }\n    }\n  }\n"): typeof import('./graphql.js').LicensesToChooseDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query KeygenLicenseOf($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on KeygenLicense {\n        ...LicenseParts\n        ...KeygenActionParts\n        ...TermsParts\n        quotas {\n          ...QuotaParts\n        }\n        verdict {\n          ...VerdictParts\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.js').KeygenLicenseOfDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TermsParts on KeygenLicense {\n    id\n    createdAt\n    expiresAt\n    protected\n    floating\n    strict\n    lastValidatedAt\n    lastCheckInAt\n    nextCheckInAt\n    policy {\n      id\n      displayName\n      overageStrategy\n      expirationStrategy\n    }\n    group {\n      id\n      displayName\n    }\n  }\n"): typeof import('./graphql.js').TermsPartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query KeyOf($id: ID!) {\n    node(id: $id) {\n      ... on KeygenLicense {\n        id\n        key\n      }\n    }\n  }\n"): typeof import('./graphql.js').KeyOfDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MachinesOf($id: ID!, $first: Int!) {\n    node(id: $id) {\n      __typename\n      ... on KeygenLicense {\n        machines(first: $first) {\n          totalCount\n          nodes {\n            __typename\n            ... on KeygenMachine {\n              ...MachineActionParts\n              fingerprint\n              platform\n              cores\n              memory\n              lastHeartbeatAt\n              createdAt\n            }\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.js').MachinesOfDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MessagesTable($first: Int, $after: String, $filter: MessageFilter, $orderBy: MessageOrder) {\n    messages(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {\n      nodes {\n        ...AcknowledgementParts\n        severity\n        category\n        origin\n        description\n        createdAt\n        active\n        source {\n          ...TableSource\n        }\n        subject {\n          id\n          ... on Quotable {\n            displayName\n          }\n          ... on Target {\n            displayName\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n"): typeof import('./graphql.js').MessagesTableDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AuditEntryNode($id: ID!) {\n    node(id: $id) {\n      __typename\n      ...AuditEntryPage\n    }\n  }\n"): typeof import('./graphql.js').AuditEntryNodeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AuditEntryPage on AuditEntry {\n    id\n    at\n    actor\n    role\n    action\n    subjectId\n    source {\n      ...SourceParts\n    }\n    input\n    before\n    after\n    outcome\n    code\n    upstreamRequestId\n  }\n"): typeof import('./graphql.js').AuditEntryPageFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment DataUsageRow on DataUsage {\n    id\n    displayName\n    type\n    bytes\n  }\n"): typeof import('./graphql.js').DataUsageRowFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DataUsageNode($id: ID!) {\n    node(id: $id) {\n      __typename\n      ...DataUsagePage\n    }\n  }\n"): typeof import('./graphql.js').DataUsageNodeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment DataUsagePage on DataUsage {\n    id\n    displayName\n    vendorId\n    vendorFields\n    source {\n      ...SourceParts\n    }\n    location\n    type\n    bytes\n    attribution\n    pool {\n      id\n      displayName\n    }\n    target {\n      id\n      displayName\n    }\n  }\n"): typeof import('./graphql.js').DataUsagePageFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment EnterpriseReconLicensePage on EnterpriseReconLicense {\n    ...LicensePage\n    model\n    edition\n    company\n    warning\n    pendingBytes\n    pendingScans\n    pools(first: 20) {\n      totalCount\n      nodes {\n        ...PoolRow\n      }\n    }\n    targets(first: 20) {\n      totalCount\n      nodes {\n        ...TargetRow\n      }\n    }\n    dataUsages(first: 1) {\n      totalCount\n    }\n  }\n"): typeof import('./graphql.js').EnterpriseReconLicensePageFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query GroupNode($id: ID!) {\n    node(id: $id) {\n      __typename\n      ...SplunkGroupPage\n      ...KeygenGroupPage\n    }\n  }\n"): typeof import('./graphql.js').GroupNodeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment GroupPage on Group {\n    id\n    displayName\n    vendorId\n    vendorFields\n    source {\n      ...SourceParts\n    }\n    licenses(first: 20) {\n      totalCount\n      nodes {\n        ...LicenseParts\n      }\n    }\n    quotas {\n      ...QuotaOutlook\n    }\n  }\n"): typeof import('./graphql.js').GroupPageFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SplunkGroupPage on SplunkGroup {\n    ...GroupPage\n    ...GroupActionParts\n    isActive\n    stacks(first: 20) {\n      totalCount\n      nodes {\n        ...StackRow\n      }\n    }\n  }\n"): typeof import('./graphql.js').SplunkGroupPageFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment KeygenGroupPage on KeygenGroup {\n    ...GroupPage\n    maxLicenses\n    maxMachines\n    maxUsers\n  }\n"): typeof import('./graphql.js').KeygenGroupPageFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment KeygenLicensePage on KeygenLicense {\n    ...LicensePage\n    ...KeygenActionParts\n    key\n    uses\n    maxUses\n    maxMachines\n    maxProcesses\n    maxUsers\n    maxCores\n    maxMemory\n    maxDisk\n    protected\n    suspended\n    floating\n    strict\n    encrypted\n    scheme\n    requireHeartbeat\n    requireCheckIn\n    version\n    lastValidatedAt\n    lastCheckOutAt\n    lastCheckInAt\n    nextCheckInAt\n    updatedAt\n    metadata\n    machineCount\n    userCount\n    policy {\n      id\n      displayName\n    }\n    ownerVendorId\n    productVendorId\n    environmentVendorId\n    entitlements {\n      vendorId\n      code\n      name\n    }\n    verdict {\n      valid\n      code\n      detail\n      determinate\n    }\n  }\n"): typeof import('./graphql.js').KeygenLicensePageFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query KeygenMachines($id: ID!, $first: Int!) {\n    node(id: $id) {\n      ... on KeygenLicense {\n        machines(first: $first) {\n          totalCount\n          nodes {\n            ...TargetRow\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.js').KeygenMachinesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LicenseNode($id: ID!) {\n    node(id: $id) {\n      __typename\n      ...SplunkLicensePage\n      ...EnterpriseReconLicensePage\n      ...KeygenLicensePage\n    }\n  }\n"): typeof import('./graphql.js').LicenseNodeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment LicensePage on License {\n    ...LicenseParts\n    vendorId\n    vendorFields\n    createdAt\n    features\n    source {\n      ...SourceParts\n    }\n    group {\n      id\n      displayName\n    }\n    quotas {\n      ...QuotaOutlook\n    }\n  }\n"): typeof import('./graphql.js').LicensePageFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment LocalPeer on SplunkLocalPeer {\n    peerVendorId\n    peerLabel\n    managerGuid\n    managerUri\n    isManager\n    features {\n      name\n      state\n    }\n    addOns\n    licenseKeys\n    connectionTimeout\n    sendTimeout\n    receiveTimeout\n    squashThreshold\n    lastManagerContactAttemptAt\n    lastManagerContactSuccessAt\n    lastTrackerDbServiceAt\n    vendorFields\n  }\n"): typeof import('./graphql.js').LocalPeerFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MessageNode($id: ID!) {\n    node(id: $id) {\n      __typename\n      ...MessagePage\n    }\n  }\n"): typeof import('./graphql.js').MessageNodeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment MessagePage on Message {\n    ...AcknowledgementParts\n    id\n    displayName\n    vendorId\n    vendorFields\n    source {\n      ...SourceParts\n    }\n    origin\n    category\n    severity\n    description\n    createdAt\n    active\n    acknowledgedAt\n    acknowledgedBy\n    quota {\n      id\n      dimension\n      subject {\n        displayName\n      }\n    }\n    license {\n      id\n      displayName\n    }\n    pool {\n      id\n      displayName\n    }\n    stack {\n      id\n      displayName\n    }\n    peer {\n      id\n      displayName\n    }\n    target {\n      id\n      displayName\n    }\n    subject {\n      __typename\n      ... on Group {\n        id\n        displayName\n      }\n    }\n  }\n"): typeof import('./graphql.js').MessagePageFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MessagesAbout($id: ID!) {\n    messages(first: 20, filter: { subjectId: $id, active: true }) {\n      totalCount\n      nodes {\n        id\n        category\n        severity\n        description\n        createdAt\n        acknowledgedAt\n      }\n    }\n  }\n"): typeof import('./graphql.js').MessagesAboutDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PeerRow on Peer {\n    id\n    displayName\n    usedBytes\n    warningCount\n    searchBlocked\n  }\n"): typeof import('./graphql.js').PeerRowFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PeerUsageParts on Pool {\n    used\n    peerUsages(first: 20) {\n      peerVendorId\n      usedBytes\n      peer {\n        id\n        displayName\n      }\n    }\n  }\n"): typeof import('./graphql.js').PeerUsagePartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PeerNode($id: ID!) {\n    node(id: $id) {\n      __typename\n      ...PeerPage\n    }\n  }\n"): typeof import('./graphql.js').PeerNodeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PeerPage on Peer {\n    id\n    displayName\n    vendorId\n    vendorFields\n    source {\n      ...SourceParts\n    }\n    label\n    warningCount\n    orphan\n    isLocal\n    usedBytes\n    searchBlocked\n    pools(first: 20) {\n      totalCount\n      nodes {\n        ...PoolRow\n      }\n    }\n    activePools(first: 20) {\n      totalCount\n      nodes {\n        ...PoolRow\n      }\n    }\n    stacks(first: 20) {\n      totalCount\n      nodes {\n        ...StackRow\n      }\n    }\n    quotas {\n      ...QuotaOutlook\n    }\n  }\n"): typeof import('./graphql.js').PeerPageFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PolicyNode($id: ID!) {\n    node(id: $id) {\n      __typename\n      ...PolicyPage\n    }\n  }\n"): typeof import('./graphql.js').PolicyNodeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PolicyPage on KeygenPolicy {\n    id\n    displayName\n    vendorId\n    vendorFields\n    source {\n      ...SourceParts\n    }\n    duration\n    floating\n    strict\n    protected\n    encrypted\n    usePool\n    scheme\n    maxMachines\n    maxProcesses\n    maxUsers\n    maxCores\n    maxUses\n    maxMemory\n    maxDisk\n    overageStrategy\n    expirationStrategy\n    expirationBasis\n    renewalBasis\n    transferStrategy\n    authenticationStrategy\n    machineLeasingStrategy\n    processLeasingStrategy\n    machineUniquenessStrategy\n    machineMatchingStrategy\n    componentUniquenessStrategy\n    componentMatchingStrategy\n    heartbeatDuration\n    heartbeatCullStrategy\n    heartbeatResurrectionStrategy\n    heartbeatBasis\n    requireHeartbeat\n    requireCheckIn\n    checkInInterval\n    checkInIntervalCount\n    requireProductScope\n    requirePolicyScope\n    requireMachineScope\n    requireFingerprintScope\n    requireComponentsScope\n    requireUserScope\n    requireChecksumScope\n    requireVersionScope\n    requireEnvironmentScope\n    metadata\n    createdAt\n    updatedAt\n    environmentVendorId\n    productVendorId\n  }\n"): typeof import('./graphql.js').PolicyPageFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PoolRow on Pool {\n    id\n    displayName\n    unit\n    limit\n    used\n    source {\n      kind\n    }\n    quotas {\n      ...QuotaParts\n    }\n  }\n"): typeof import('./graphql.js').PoolRowFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PoolNode($id: ID!) {\n    node(id: $id) {\n      __typename\n      ...PoolPage\n    }\n  }\n"): typeof import('./graphql.js').PoolNodeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PoolPage on Pool {\n    ...PoolActionParts\n    ...PeerUsageParts\n    id\n    displayName\n    vendorId\n    vendorFields\n    source {\n      ...SourceParts\n    }\n    description\n    unit\n    stack {\n      id\n      displayName\n    }\n    license {\n      id\n      displayName\n    }\n    isMax\n    fixed\n    limit\n    used\n    peerVendorIds\n    acceptsAllPeers\n    naming: peers(first: 20) {\n      totalCount\n      nodes {\n        ...PeerRow\n      }\n    }\n    targets(first: 20) {\n      totalCount\n      nodes {\n        ...TargetRow\n      }\n    }\n    dataUsages(first: 20) {\n      totalCount\n      nodes {\n        ...DataUsageRow\n      }\n    }\n    quotas {\n      ...QuotaOutlook\n    }\n  }\n"): typeof import('./graphql.js').PoolPageFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query QuotaNode($id: ID!) {\n    node(id: $id) {\n      __typename\n      ...QuotaPage\n    }\n  }\n"): typeof import('./graphql.js').QuotaNodeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment QuotaPage on Quota {\n    ...QuotaOutlook\n    source {\n      ...SourceParts\n    }\n    subject {\n      id\n      displayName\n    }\n  }\n"): typeof import('./graphql.js').QuotaPageFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SourceContents on Source {\n    name\n    licenses(first: 1) {\n      totalCount\n    }\n    groups(first: 1) {\n      totalCount\n    }\n    stacks(first: 1) {\n      totalCount\n    }\n    pools(first: 1) {\n      totalCount\n    }\n    peers(first: 1) {\n      totalCount\n    }\n    targets(first: 1) {\n      totalCount\n    }\n    dataUsages(first: 1) {\n      totalCount\n    }\n    policies(first: 1) {\n      totalCount\n    }\n  }\n"): typeof import('./graphql.js').SourceContentsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SourceNode($id: ID!) {\n    node(id: $id) {\n      __typename\n      ...SourcePage\n    }\n  }\n"): typeof import('./graphql.js').SourceNodeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SourcePage on Source {\n    ...SourceParts\n    ...SourceContents\n    displayName\n    vendorFields\n    version\n    timeZone\n    lastAttemptAt\n    nextSyncAt\n    capabilities\n    localPeer {\n      ...LocalPeer\n    }\n  }\n"): typeof import('./graphql.js').SourcePageFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SplunkLicensePage on SplunkLicense {\n    ...LicensePage\n    ...LicenseActionParts\n    label\n    type\n    stack {\n      id\n      displayName\n    }\n    licenseHash\n    guid\n    subgroupId\n    quotaBytes\n    isUnlimited\n    maxViolations\n    windowPeriod\n    sourcetypes\n    disabledFeatures\n    addOns\n    notes\n  }\n"): typeof import('./graphql.js').SplunkLicensePageFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment StackRow on Stack {\n    id\n    displayName\n    type\n    isActive\n    isUnlimited\n    quotaBytes\n  }\n"): typeof import('./graphql.js').StackRowFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query StackNode($id: ID!) {\n    node(id: $id) {\n      __typename\n      ...StackPage\n    }\n  }\n"): typeof import('./graphql.js').StackNodeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment StackPage on Stack {\n    id\n    displayName\n    vendorId\n    vendorFields\n    source {\n      ...SourceParts\n    }\n    label\n    type\n    isActive\n    quotaBytes\n    isUnlimited\n    maxViolations\n    windowPeriod\n    fixedPools\n    group {\n      id\n      displayName\n    }\n    licenses(first: 20) {\n      totalCount\n      nodes {\n        ...LicenseParts\n      }\n    }\n    pools(first: 20) {\n      totalCount\n      nodes {\n        ...PoolRow\n      }\n    }\n    quotas {\n      ...QuotaOutlook\n    }\n  }\n"): typeof import('./graphql.js').StackPageFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TargetRow on Target {\n    id\n    displayName\n    type\n    licensed\n    ... on KeygenMachine {\n      hostname\n      platform\n    }\n  }\n"): typeof import('./graphql.js').TargetRowFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TargetNode($id: ID!) {\n    node(id: $id) {\n      __typename\n      ...ReconTargetPage\n      ...KeygenMachinePage\n    }\n  }\n"): typeof import('./graphql.js').TargetNodeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TargetPage on Target {\n    id\n    displayName\n    vendorId\n    vendorFields\n    source {\n      ...SourceParts\n    }\n    name\n    type\n    licensed\n    license {\n      id\n      displayName\n    }\n  }\n"): typeof import('./graphql.js').TargetPageFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ReconTargetPage on EnterpriseReconTarget {\n    ...TargetPage\n    pool {\n      id\n      displayName\n    }\n  }\n"): typeof import('./graphql.js').ReconTargetPageFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment KeygenMachinePage on KeygenMachine {\n    ...TargetPage\n    ...MachineActionParts\n    fingerprint\n    hostname\n    platform\n    ip\n    cores\n    memory\n    disk\n    lastHeartbeatAt\n    createdAt\n  }\n"): typeof import('./graphql.js').KeygenMachinePageFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query BlockedSearches {\n    peers(first: 10, filter: { searchBlocked: true }) {\n      totalCount\n      nodes {\n        id\n        displayName\n        quotas {\n          ...QuotaParts\n        }\n      }\n    }\n    quotas(\n      first: 40\n      filter: { dimensions: [WARNINGS], states: [OK, WARNING, CRITICAL] }\n      orderBy: { field: RATIO, direction: DESC }\n    ) {\n      nodes {\n        ...QuotaParts\n        subject {\n          __typename\n          id\n          displayName\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.js').BlockedSearchesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Crossings {\n    quotas(\n      first: 60\n      filter: { states: [OK, WARNING, CRITICAL] }\n      orderBy: { field: RATIO, direction: DESC }\n    ) {\n      nodes {\n        ...QuotaParts\n        subject {\n          id\n          displayName\n        }\n        forecast {\n          ...ForecastParts\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.js').CrossingsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Expiries($withinDays: Int!) {\n    overview {\n      expiring(withinDays: $withinDays, first: 500) {\n        ...LicenseParts\n      }\n    }\n  }\n"): typeof import('./graphql.js').ExpiriesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query GravestMessages {\n    overview {\n      messages {\n        bySeverity {\n          severity\n          count\n        }\n      }\n    }\n    messages(\n      first: 6\n      filter: { active: true, severities: [ERROR, WARN] }\n      orderBy: { field: SEVERITY, direction: DESC }\n    ) {\n      nodes {\n        id\n        severity\n        category\n        description\n        createdAt\n        acknowledgedBy\n        source {\n          name\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.js').GravestMessagesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Overview {\n    overview {\n      sources {\n        total\n        ok\n        stale\n        failing\n      }\n      licenses {\n        total\n        byStatus {\n          status\n          count\n        }\n      }\n      quotas {\n        total\n        byState {\n          state\n          count\n        }\n      }\n      messages {\n        bySeverity {\n          severity\n          count\n        }\n      }\n    }\n    blocked: peers(first: 1, filter: { searchBlocked: true }) {\n      totalCount\n    }\n    sources(first: 20) {\n      totalCount\n      nodes {\n        ...SourceParts\n      }\n    }\n  }\n"): typeof import('./graphql.js').OverviewDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WorstQuotas {\n    overview {\n      quotas {\n        worst(first: 6) {\n          ...QuotaParts\n          subject {\n            id\n            displayName\n          }\n          forecast {\n            ...ForecastParts\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.js').WorstQuotasDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SourceCardParts on Source {\n    ...SourceParts\n    ...RefreshableParts\n    version\n    timeZone\n    lastAttemptAt\n    nextSyncAt\n    localPeer {\n      peerVendorId\n      peerLabel\n      isManager\n      managerUri\n      lastManagerContactSuccessAt\n    }\n  }\n"): typeof import('./graphql.js').SourceCardPartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Sources {\n    sources(first: 200) {\n      totalCount\n      nodes {\n        ...SourceCardParts\n      }\n    }\n  }\n"): typeof import('./graphql.js').SourcesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SplunkGroups($source: String!) {\n    groups(first: 50, filter: { sources: [$source] }) {\n      nodes {\n        ... on SplunkGroup {\n          ...GroupActionParts\n          licenses(first: 1) {\n            totalCount\n          }\n          stacks(first: 50) {\n            nodes {\n              ...SplunkStackParts\n            }\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.js').SplunkGroupsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment LocalPeerParts on SplunkLocalPeer {\n    peerVendorId\n    peerLabel\n    managerGuid\n    managerUri\n    isManager\n    features {\n      name\n      state\n    }\n    licenseKeys\n    connectionTimeout\n    sendTimeout\n    receiveTimeout\n    squashThreshold\n    lastManagerContactAttemptAt\n    lastManagerContactSuccessAt\n    lastTrackerDbServiceAt\n  }\n"): typeof import('./graphql.js').LocalPeerPartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SplunkSourceParts on Source {\n    localPeer {\n      ...LocalPeerParts\n    }\n  }\n"): typeof import('./graphql.js').SplunkSourcePartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment WarnedPeer on Peer {\n    id\n    label\n    vendorId\n    searchBlocked\n    orphan\n    isLocal\n    warningCount\n    usedBytes\n    activePools(first: 5) {\n      totalCount\n      nodes {\n        id\n        name\n      }\n    }\n  }\n"): typeof import('./graphql.js').WarnedPeerFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SplunkPeers($source: String!, $first: Int!) {\n    quotas(\n      first: $first\n      filter: { sources: [$source], dimensions: [WARNINGS] }\n      orderBy: { field: RATIO, direction: DESC }\n    ) {\n      totalCount\n      nodes {\n        ...QuotaParts\n        subject {\n          ... on Peer {\n            ...WarnedPeer\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.js').SplunkPeersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SplunkSources {\n    sources(first: 100, filter: { kinds: [\"splunk\"] }) {\n      nodes {\n        ...SourceParts\n        ...SplunkSourceParts\n        capabilities\n      }\n    }\n  }\n"): typeof import('./graphql.js').SplunkSourcesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment StackLicenseParts on License {\n    ...LicenseActionParts\n    status\n    expiresAt\n    ... on SplunkLicense {\n      quotaBytes\n      isUnlimited\n    }\n  }\n"): typeof import('./graphql.js').StackLicensePartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SplunkStackParts on Stack {\n    id\n    displayName\n    type\n    quotaBytes\n    isUnlimited\n    fixedPools\n    isActive\n    source {\n      id\n      name\n      kind\n    }\n  }\n"): typeof import('./graphql.js').SplunkStackPartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query StackPools($source: String!, $stackId: ID!) {\n    pools(first: 500, filter: { sources: [$source], stackId: $stackId }, orderBy: { field: USED, direction: DESC }) {\n      totalCount\n      nodes {\n        ...PoolActionParts\n        used\n        acceptsAllPeers\n        quotas {\n          ...QuotaParts\n        }\n      }\n    }\n    licenses(first: 100, filter: { sources: [$source], stackId: $stackId }) {\n      totalCount\n      nodes {\n        ...StackLicenseParts\n      }\n    }\n    quotas(first: 10, filter: { sources: [$source], subjectId: $stackId }) {\n      nodes {\n        ...QuotaParts\n      }\n    }\n  }\n"): typeof import('./graphql.js').StackPoolsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DataUsagesTable($first: Int, $after: String, $filter: DataUsageFilter, $orderBy: DataUsageOrder) {\n    dataUsages(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {\n      nodes {\n        id\n        displayName\n        vendorId\n        type\n        bytes\n        attribution\n        observedAt\n        source {\n          ...TableSource\n        }\n        pool {\n          id\n          displayName\n        }\n        target {\n          id\n          displayName\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n"): typeof import('./graphql.js').DataUsagesTableDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query GroupsTable($first: Int, $after: String, $filter: GroupFilter, $orderBy: GroupOrder) {\n    groups(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {\n      nodes {\n        id\n        displayName\n        vendorId\n        source {\n          ...TableSource\n        }\n        licenses(first: 1) {\n          totalCount\n        }\n        quotas {\n          ...QuotaParts\n        }\n        ... on SplunkGroup {\n          isActive\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n"): typeof import('./graphql.js').GroupsTableDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LicensesTable($first: Int, $after: String, $filter: LicenseFilter, $orderBy: LicenseOrder) {\n    licenses(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {\n      nodes {\n        ...LicenseParts\n        vendorId\n        createdAt\n        features\n        group {\n          id\n          displayName\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n"): typeof import('./graphql.js').LicensesTableDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PeersTable($first: Int, $after: String, $filter: PeerFilter, $orderBy: PeerOrder) {\n    peers(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {\n      nodes {\n        id\n        displayName\n        vendorId\n        warningCount\n        orphan\n        isLocal\n        usedBytes\n        searchBlocked\n        source {\n          ...TableSource\n        }\n        quotas {\n          ...QuotaParts\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n"): typeof import('./graphql.js').PeersTableDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PoliciesTable($first: Int, $after: String, $filter: PolicyFilter, $orderBy: PolicyOrder) {\n    policies(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {\n      nodes {\n        id\n        displayName\n        vendorId\n        duration\n        floating\n        strict\n        maxMachines\n        maxUsers\n        maxUses\n        overageStrategy\n        expirationStrategy\n        requireHeartbeat\n        requireCheckIn\n        createdAt\n        source {\n          ...TableSource\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n"): typeof import('./graphql.js').PoliciesTableDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PoolsTable($first: Int, $after: String, $filter: PoolFilter, $orderBy: PoolOrder) {\n    pools(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {\n      nodes {\n        id\n        displayName\n        vendorId\n        description\n        unit\n        used\n        isMax\n        fixed\n        acceptsAllPeers\n        source {\n          ...TableSource\n        }\n        stack {\n          id\n          displayName\n        }\n        quotas {\n          ...QuotaParts\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n"): typeof import('./graphql.js').PoolsTableDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query QuotasTable($first: Int, $after: String, $filter: QuotaFilter, $orderBy: QuotaOrder) {\n    quotas(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {\n      nodes {\n        ...QuotaParts\n        subject {\n          id\n          displayName\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n"): typeof import('./graphql.js').QuotasTableDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query StacksTable($first: Int, $after: String, $filter: StackFilter, $orderBy: StackOrder) {\n    stacks(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {\n      nodes {\n        id\n        displayName\n        vendorId\n        type\n        isActive\n        quotaBytes\n        isUnlimited\n        maxViolations\n        windowPeriod\n        source {\n          ...TableSource\n        }\n        group {\n          id\n          displayName\n        }\n        quotas {\n          ...QuotaParts\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n"): typeof import('./graphql.js').StacksTableDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TargetsTable($first: Int, $after: String, $filter: TargetFilter, $orderBy: TargetOrder) {\n    targets(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {\n      nodes {\n        id\n        displayName\n        vendorId\n        type\n        licensed\n        source {\n          ...TableSource\n        }\n        license {\n          id\n          displayName\n        }\n        pool {\n          id\n          displayName\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n"): typeof import('./graphql.js').TargetsTableDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WhatIfParts($source: String!) {\n    source(name: $source) {\n      id\n      pools(first: 500) {\n        nodes {\n          id\n          displayName\n          unit\n          limit\n          isMax\n          fixed\n        }\n      }\n      stacks(first: 100) {\n        nodes {\n          id\n          displayName\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.js').WhatIfPartsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DroppableLicenses($source: String!, $search: String) {\n    licenses(first: 40, filter: { sources: [$source], search: $search }) {\n      nodes {\n        id\n        displayName\n      }\n    }\n  }\n"): typeof import('./graphql.js').DroppableLicensesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DroppedLicenses($ids: [ID!]!) {\n    nodes(ids: $ids) {\n      id\n      ... on Quotable {\n        displayName\n      }\n    }\n  }\n"): typeof import('./graphql.js').DroppedLicensesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WhatIfSources {\n    sources(first: 500) {\n      nodes {\n        id\n        name\n        kind\n        timeZone\n      }\n    }\n  }\n"): typeof import('./graphql.js').WhatIfSourcesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TryOut($input: WhatIfInput!) {\n    whatIf(input: $input) {\n      quotas {\n        ...ProjectionParts\n      }\n      messages {\n        category\n        severity\n        description\n        subjectId\n      }\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n"): typeof import('./graphql.js').TryOutDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
