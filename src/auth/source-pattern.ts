/** What a scope may be made of: patterns of source names in which only `*` is special. */

export const sourcePattern = /^[a-z0-9*][a-z0-9*-]*$/;

/** The patterns as a viewer has them: null when one of them is any name, for then it is no scope at all. */
export function scopeOf(patterns: readonly string[]): readonly string[] | null {
  return patterns.includes('*') ? null : patterns;
}
