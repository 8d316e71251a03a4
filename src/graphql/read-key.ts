/** A text for what is read, by which two reads are the same exactly when everything of them is but how much: a page with what is nested in it has hundreds. */
import type { Condition, CountQuery, PageQuery, Scalar } from '../store/repo.js';

type Read = Omit<PageQuery, 'anyOf' | 'tieBreaker' | 'limit'> & { readonly where: CountQuery['anyOf'][number] };

export function readKey({ where, words, order, fromEnd, after, before, fields }: Read): string {
  let key = `${order.field} ${order.direction}`;
  if (fromEnd === true) key += ' from end';
  if (fields !== undefined) key += ` fields ${fields.join()}`;
  if (words !== undefined) key += ` words ${JSON.stringify(words)}`;
  if (after !== undefined) key += ` after ${ofValue(after.value)} ${ofValue(after.id)}`;
  if (before !== undefined) key += ` before ${ofValue(before.value)} ${ofValue(before.id)}`;
  for (const field in where) key += ` ${field} ${ofCondition(where[field] ?? null)}`;
  return key;
}

function ofCondition(condition: Condition): string {
  if (typeof condition !== 'object' || condition === null || condition instanceof Date) return ofValue(condition);
  const operators: [string, unknown][] = Object.entries(condition);
  return operators.map(([name, operand]) => `${name} ${ofOperand(operand)}`).join();
}

function ofOperand(operand: unknown): string {
  return Array.isArray(operand) ? `(${operand.map(ofValue).join()})` : ofValue(operand as Scalar);
}

/** With its type and, where it can hold anything, its length. */
function ofValue(value: Scalar): string {
  if (typeof value === 'string') return `s${value.length}:${value}`;
  if (value instanceof Date) return `d${value.getTime()}`;
  return typeof value === 'bigint' ? `${value}n` : String(value);
}
