/** What is known of something: names and values, aligned. What is not known is left out. */
import './facts.css';
import type { ReactNode } from 'react';

export type Fact = readonly [name: string, value: ReactNode];

export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts.filter(isKnown).map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function isKnown([, value]: Fact): boolean {
  return value !== null && value !== undefined && value !== false && value !== '';
}
