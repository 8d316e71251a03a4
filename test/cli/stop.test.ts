import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { stopRequest } from '../../src/cli/stop.js';

function fakeProcess() {
  const exits: number[] = [];
  const process = Object.assign(new EventEmitter(), {
    exit: (code: number) => void exits.push(code),
    stdout: new EventEmitter(),
    stderr: new EventEmitter(),
  });
  let now = 0;
  const stopped = stopRequest(process, () => now);
  return {
    stopped,
    exits,
    outputs: [process.stdout, process.stderr],
    signal: (name: string, at: number) => {
      now = at;
      process.emit(name);
    },
  };
}

it.each(['SIGINT', 'SIGTERM'])('asks to stop at the first %s', async (name) => {
  const { stopped, exits, signal } = fakeProcess();
  signal(name, 10);
  await stopped;
  expect(exits).toEqual([]);
});

it('ends the process at the second signal', () => {
  const { exits, signal } = fakeProcess();
  signal('SIGTERM', 0);
  signal('SIGINT', 2_000);
  signal('SIGTERM', 3_000);
  expect(exits).toEqual([130, 143]);
});

it('takes the two signals of one Ctrl-C under npm for one', () => {
  const { exits, signal } = fakeProcess();
  signal('SIGINT', 1_000);
  signal('SIGINT', 1_020);
  expect(exits).toEqual([]);
});

it.each([0, 1])(
  'asks to stop when nobody reads output %i any more, and survives what is written then',
  async (which) => {
    const { stopped, exits, outputs } = fakeProcess();
    outputs[which]?.emit('error', new Error('EIO'));
    await stopped;
    outputs[which]?.emit('error', new Error('EIO'));
    expect(exits).toEqual([]);
  },
);
