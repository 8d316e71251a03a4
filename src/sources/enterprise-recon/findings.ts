/** Collects what was wrong in an answer: one finding for each thing, and not more than a person would read. */
import type { Finding } from '../../domain/entities.js';
import { messageSeverities, worse } from '../../domain/vocabulary.js';

/** Findings of one category and concept that are spelled out; the rest are counted in one more. */
const SPELLED_OUT = 50;

export interface Findings {
  /** Two findings of the same category about the same thing become one with both descriptions. */
  add(finding: Finding): void;
  list(): Finding[];
}

export function createFindings(): Findings {
  const byKey = new Map<string, Finding>();
  const counts = new Map<string, number>();

  function add(finding: Finding): void {
    const key = [finding.category, finding.concept, finding.vendorId, finding.dimension].join('\0');
    const known = byKey.get(key);
    if (known !== undefined) {
      byKey.set(key, {
        ...known,
        severity: worse(messageSeverities, known.severity, finding.severity),
        description: `${known.description} ${finding.description}`,
      });
      return;
    }
    const group = `${finding.category}\0${finding.concept}`;
    const count = (counts.get(group) ?? 0) + 1;
    counts.set(group, count);
    if (count <= SPELLED_OUT) byKey.set(key, finding);
    else byKey.set(`${group}\0more`, moreLike(finding, count - SPELLED_OUT));
  }

  return { add, list: () => [...byKey.values()] };
}

function moreLike(finding: Finding, count: number): Finding {
  const { licenseId = null } = finding.about;
  return {
    category: finding.category,
    severity: finding.severity,
    concept: finding.concept,
    vendorId: 'more',
    description: `${count} more of the kind ${finding.category} about ${finding.concept} are not listed one by one.`,
    about: { subjectId: licenseId, licenseId },
  };
}
