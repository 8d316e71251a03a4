import { describe, expect, it } from 'vitest';
import { byConcern, leftText, type Warnings, whyUnknown } from '../../../../src/dashboard/views/splunk/warnings.js';

const peer = (
  label: string,
  searchBlocked: boolean | null,
  remaining: string | null,
  enforcement: Warnings['enforcement'] = 'HARD',
): Warnings => ({ remaining, enforcement, reasons: [], subject: { label, searchBlocked } });

const blocked = peer('blocked', true, '0');
const near = peer('near', false, '1');
const far = peer('far', false, '5');
const free = peer('free', false, '-3', 'INFORMATIONAL');
const orphan = peer('orphan', null, null);

describe('peers by the warnings left to them', () => {
  it('begin with those whose search is blocked and end with those of which it cannot be known', () => {
    expect([orphan, free, far, blocked, near].sort(byConcern)).toEqual([blocked, near, far, free, orphan]);
  });

  it('are said how many are left in words', () => {
    expect([blocked, near, free, orphan].map(leftText)).toEqual([
      'none left',
      '1 left',
      'never blocked',
      'cannot be known',
    ]);
  });

  it('are said why it cannot be known', () => {
    expect(whyUnknown({ reasons: ['Whether search is blocked is not known.', 'The limit is not known.'] })).toBe(
      'The limit is not known.',
    );
    expect(whyUnknown({ reasons: [] })).toBe('The gateway does not say why.');
  });
});
