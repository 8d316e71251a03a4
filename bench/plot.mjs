/** Cost as work grows, drawn: a panel each for a page, the first sync, memory and the start, both axes logarithmic. */

export const PANELS = {
  page: { title: 'Page of 100, p50', unit: 'ms' },
  sync: { title: 'First sync', unit: 'ms' },
  memory: { title: 'Resident memory', unit: 'MB' },
  start: { title: 'Start to ready', unit: 'ms' },
};
/** The gateway's own line, and beside it what it is measured against. */
const SERIES = { gateway: 'own', floor: 'floor' };
const SIZES = [1_000, 10_000, 100_000, 1_000_000];

const WIDTH = 240;
const HEIGHT = 190;
const BOX = { left: 44, right: 14, top: 34, bottom: 28 };

/** A first sync of so many ends within a run; of the rest every size is measured. */
const LARGEST = { sync: 10_000 };

/** Whether every panel has a point for every size that it goes up to. */
export function isWhole(points) {
  const has = (panel, size) =>
    points.some((point) => point.panel === panel && point.size === size && seriesOf(point) === 'gateway');
  return Object.keys(PANELS).every((panel) =>
    SIZES.every((size) => size > (LARGEST[panel] ?? size) || has(panel, size)),
  );
}

/** `points` are `{ panel, size, value, series }`; the series is 'gateway' when absent, or 'floor'. */
export function plotOf(points) {
  const names = Object.keys(PANELS);
  const panels = names.map((name, i) =>
    panelOf(
      name,
      points.filter(({ panel }) => panel === name),
      i * WIDTH,
    ),
  );
  const width = names.length * WIDTH;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${HEIGHT}" width="${width}" height="${HEIGHT}" role="img" aria-label="Cost by number of licenses">
<style>
  text { font: 11px system-ui, sans-serif; fill: #57606a }
  .title { font-weight: 600; fill: #24292f }
  .grid { stroke: #d0d7de; stroke-width: 1 }
  .own { stroke: #0969da; fill: #0969da }
  .floor { stroke: #8c959f; fill: #8c959f; stroke-dasharray: 4 3 }
  polyline.own, polyline.floor { fill: none; stroke-width: 2 }
  circle { stroke: none }
  @media (prefers-color-scheme: dark) {
    text { fill: #8b949e } .title { fill: #e6edf3 } .grid { stroke: #30363d } .own { stroke: #58a6ff; fill: #58a6ff } .floor { stroke: #6e7681; fill: #6e7681 }
  }
</style>
${panels.join('\n')}
</svg>
`;
}

function panelOf(name, points, x) {
  const { title, unit } = PANELS[name];
  const head = `<text class="title" x="${BOX.left}" y="16">${title}</text><text x="${WIDTH - BOX.right}" y="16" text-anchor="end">${unit}</text>`;
  if (points.length === 0)
    return `<g transform="translate(${x} 0)">${head}<text x="${BOX.left}" y="${HEIGHT / 2}">not measured</text></g>`;
  const decades = decadesAround(points.map(({ value }) => value));
  const across = scale(SIZES[0], SIZES.at(-1), BOX.left, WIDTH - BOX.right);
  const up = scale(10 ** decades[0], 10 ** decades.at(-1), HEIGHT - BOX.bottom, BOX.top);
  const grid = decades.map((decade) => gridLine(up(10 ** decade), short(10 ** decade)));
  const ticks = SIZES.map(
    (size) => `<text x="${round(across(size))}" y="${HEIGHT - 10}" text-anchor="middle">${short(size)}</text>`,
  );
  const lines = Object.entries(SERIES).map(([series, style]) =>
    lineOf(
      points
        .filter((point) => seriesOf(point) === series)
        .map(({ size, value }) => [round(across(size)), round(up(value)), value]),
      style,
    ),
  );
  return `<g transform="translate(${x} 0)">${[head, ...grid, ...ticks, ...lines].join('')}</g>`;
}

function lineOf(places, style) {
  if (places.length === 0) return '';
  const line = places.map(([x, y]) => `${x},${y}`).join(' ');
  const dots = places.map(
    ([x, y, value]) => `<circle class="${style}" cx="${x}" cy="${y}" r="3"><title>${short(value)}</title></circle>`,
  );
  const [lastX, lastY, last] = places.at(-1);
  const label =
    style === 'own' ? `<text class="title" x="${lastX}" y="${lastY - 8}" text-anchor="end">${short(last)}</text>` : '';
  return `<polyline class="${style}" points="${line}"/>${dots.join('')}${label}`;
}

function gridLine(y, label) {
  const at = round(y);
  return `<line class="grid" x1="${BOX.left}" x2="${WIDTH - BOX.right}" y1="${at}" y2="${at}"/><text x="${BOX.left - 6}" y="${at + 4}" text-anchor="end">${label}</text>`;
}

/** Powers of ten from below the least value to above the largest; two at least. */
function decadesAround(values) {
  const first = Math.floor(Math.log10(Math.min(...values)));
  const last = Math.max(first + 1, Math.ceil(Math.log10(Math.max(...values))));
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

function scale(from, to, start, end) {
  return (value) =>
    start + ((Math.log10(value) - Math.log10(from)) / (Math.log10(to) - Math.log10(from))) * (end - start);
}

function seriesOf({ series }) {
  return series ?? 'gateway';
}

function round(place) {
  return Math.round(place * 10) / 10;
}

/** As 1k, 10k, 1M; small values with two figures that count. */
function short(value) {
  if (value >= 1e6) return `${trim(value / 1e6)}M`;
  if (value >= 1e3) return `${trim(value / 1e3)}k`;
  return trim(value);
}

function trim(value) {
  return String(Number(value.toPrecision(2)));
}
