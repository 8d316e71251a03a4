/** The table, as Markdown: for a README, and readable enough in a terminal. */
import { verdict } from './rows.mjs';

const HEADERS = ['what', 'ratio', 'spread', 'goal', 'met', 'figures'];

export function tableOf(rows) {
  const lines = [HEADERS, ...rows.map(cellsOf)];
  const widths = HEADERS.map((_, column) => Math.max(...lines.map((cells) => cells[column].length)));
  const lineOf = (cells) => `| ${cells.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [lineOf(lines[0]), rule, ...lines.slice(1).map(lineOf)].join('\n');
}

function cellsOf(row) {
  return [row.name, number(row.ratio), spreadOf(row), row.goal ?? '', verdictOf(row), figuresOf(row)].map((cell) =>
    cell.replaceAll('|', '\\|'),
  );
}

function spreadOf({ spread }) {
  return spread === null || spread === undefined ? '' : `${number(spread[0])}–${number(spread[1])}`;
}

function verdictOf(row) {
  const told = verdict(row);
  if (told === null) return '';
  return told.isMet ? 'yes' : `short by ${Math.ceil(100 * told.short)} %`;
}

function figuresOf({ value, against, unit, detail }) {
  const raw = value === undefined ? '' : `${number(value)}${against === null ? '' : ` / ${number(against)}`} ${unit}`;
  return [raw, detail].filter((part) => part !== undefined && part !== '').join('; ');
}

/** Three figures that count. */
export function number(value) {
  if (value === null || value === undefined) return '';
  const size = Math.abs(value);
  if (size >= 1000) return Math.round(value).toLocaleString('en-US');
  return value.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : size >= 0.1 ? 2 : 3);
}
