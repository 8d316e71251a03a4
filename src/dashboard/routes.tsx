/** Which view stands at which address; each is loaded when it is first opened. */
import { lazy } from 'react';
import { Route, Switch } from 'wouter';
import { usePathname } from 'wouter/use-browser-location';
import { nodeIdOf } from './addresses.js';
import { NothingHere } from './parts/page.js';

const Overview = lazy(() => import('./views/overview/overview.js'));
const Messages = lazy(() => import('./views/messages/messages.js'));
const History = lazy(() => import('./views/history/history.js'));
const WhatIf = lazy(() => import('./views/what-if/what-if.js'));
const Splunk = lazy(() => import('./views/splunk/splunk.js'));
const EnterpriseRecon = lazy(() => import('./views/enterprise-recon/enterprise-recon.js'));
const Keygen = lazy(() => import('./views/keygen/keygen.js'));
const Sources = lazy(() => import('./views/sources/sources.js'));
const Licenses = lazy(() => import('./views/tables/licenses.js'));
const Quotas = lazy(() => import('./views/tables/quotas.js'));
const Groups = lazy(() => import('./views/tables/groups.js'));
const Stacks = lazy(() => import('./views/tables/stacks.js'));
const Pools = lazy(() => import('./views/tables/pools.js'));
const Peers = lazy(() => import('./views/tables/peers.js'));
const Targets = lazy(() => import('./views/tables/targets.js'));
const DataUsages = lazy(() => import('./views/tables/data-usages.js'));
const Policies = lazy(() => import('./views/tables/policies.js'));
const Audit = lazy(() => import('./views/audit/audit.js'));
const NodePage = lazy(() => import('./views/node/node.js'));

export function Routes() {
  return (
    <Switch>
      <Route path="/" component={Overview} />
      <Route path="/messages" component={Messages} />
      <Route path="/history" component={History} />
      <Route path="/what-if" component={WhatIf} />
      <Route path="/splunk" component={Splunk} />
      <Route path="/enterprise-recon" component={EnterpriseRecon} />
      <Route path="/keygen" component={Keygen} />
      <Route path="/sources" component={Sources} />
      <Route path="/licenses" component={Licenses} />
      <Route path="/quotas" component={Quotas} />
      <Route path="/groups" component={Groups} />
      <Route path="/stacks" component={Stacks} />
      <Route path="/pools" component={Pools} />
      <Route path="/peers" component={Peers} />
      <Route path="/targets" component={Targets} />
      <Route path="/data-usages" component={DataUsages} />
      <Route path="/policies" component={Policies} />
      <Route path="/audit" component={Audit} />
      <Route path="/node/*" component={NodeRoute} />
      <Route component={NothingHere} />
    </Switch>
  );
}

/** Each object has a page of its own, with nothing left of the one before. */
function NodeRoute() {
  const id = nodeIdOf(usePathname());
  return <NodePage key={id} id={id} />;
}
