/** The three roles and their order. */

/** From least to most allowed. */
export const roles = ['VIEWER', 'OPERATOR', 'ADMIN'] as const;
export type Role = (typeof roles)[number];

/** Whether `role` may do what `needed` may. */
export function atLeast(role: Role, needed: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(needed);
}
