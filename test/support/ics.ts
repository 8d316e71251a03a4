/** Reads iCalendar as RFC 5545 has it, without the library that writes it: unfolds lines, nests components, undoes escapes. */

export interface Component {
  readonly name: string;
  /** Property name → its value, unescaped; with parameters as they stand in `raw`. */
  readonly values: Readonly<Record<string, string>>;
  /** Property name → its whole line. */
  readonly raw: Readonly<Record<string, string>>;
  readonly children: readonly Component[];
}

/** Throws for anything that is no well-formed calendar. */
export function readCalendar(text: string): Component {
  if (!text.endsWith('\r\n') && !text.endsWith('END:VCALENDAR')) throw new Error('it does not end as it must');
  const physical = text.split('\r\n');
  for (const line of physical) {
    if (Buffer.byteLength(line) > 75) throw new Error(`a line has more than 75 octets: ${line}`);
    if (/[\p{Cc}]/u.test(line.replaceAll('\t', ''))) throw new Error(`a line holds a control character: ${line}`);
  }
  const lines = text
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter((line) => line !== '');
  const root = { name: '', values: {}, raw: {}, children: [] as Component[] };
  const open = [
    root as { name: string; values: Record<string, string>; raw: Record<string, string>; children: Component[] },
  ];
  for (const line of lines) {
    const [, name = '', parameters = '', value = ''] =
      /^([A-Z0-9-]+)((?:;[^:"]+(?:"[^"]*")?)*):(.*)$/s.exec(line) ?? [];
    if (name === '') throw new Error(`not a content line: ${line}`);
    const current = open.at(-1);
    if (name === 'BEGIN') open.push({ name: value, values: {}, raw: {}, children: [] });
    else if (name === 'END') {
      const ended = open.pop();
      if (ended?.name !== value) throw new Error(`${value} ends within ${ended?.name}`);
      open.at(-1)?.children.push(ended);
    } else if (current !== undefined) {
      current.values[name] = value.replaceAll(/\\([\\;,nN])/g, (_whole, mark: string) =>
        /n/i.test(mark) ? '\n' : mark,
      );
      current.raw[name] = `${name}${parameters}:${value}`;
    }
  }
  const [calendar, ...more] = root.children;
  if (calendar?.name !== 'VCALENDAR' || more.length > 0 || open.length !== 1) throw new Error('not one calendar');
  return calendar;
}
