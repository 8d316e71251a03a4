import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { emulators } from '../../src/emulators/index.js';
import { runCommand } from '../support/command.js';

const script = async (shell: string) => runCommand(['completion', shell], { cwd: tmpdir(), emulators });

describe('in bash', () => {
  it.each([
    [['s'], ['start', 'schema']],
    [
      ['emulate', ''],
      ['splunk', 'enterprise-recon', 'keygen'],
    ],
    [['emulate', 'splunk', '--s'], ['--scenario']],
    [['emulate', 'splunk', '--scenario', 'over'], ['over-quota']],
    [['emulate', 'splunk', '-s', 'many'], ['many-peers']],
    [['check-config', '--no'], ['--no-connect']],
    [['completion', 'f'], ['fish']],
    // The shell goes on with names of files.
    [['start', '--config', ''], []],
    [['check-config', ''], []],
    [['demo', 'x'], []],
  ])('%j is completed to %j', async (words, expected) => {
    const { stdout } = await script('bash');
    const program = `${stdout}\nCOMP_WORDS=(license-gateway "$@")\nCOMP_CWORD=$(( $# ))\n_license_gateway\nprintf '%s\\n' "\${COMPREPLY[@]}"`;
    const ran = spawnSync('bash', ['-c', program, 'bash', ...words], { encoding: 'utf8' });
    expect(ran.stderr).toBe('');
    expect(
      ran.stdout
        .split('\n')
        .filter((line) => line !== '')
        .sort(),
    ).toEqual([...expected].sort());
  });
});

it('zsh takes what is for bash, with its own completion switched on where it is not yet', async () => {
  expect((await script('zsh')).stdout).toMatch(/compdef.*compinit.*\n.*bashcompinit/);
});

it('fish is told of every command with what it does', async () => {
  const { stdout } = await script('fish');
  expect(stdout).toMatch(
    /complete -c license-gateway -f -n __fish_use_subcommand -a check-config -d 'check a configuration/,
  );
  // A command that takes files keeps them.
  expect(stdout).not.toMatch(/__fish_seen_subcommand_from (import|check-config)' -f/);
  expect(stdout).toMatch(/__fish_seen_subcommand_from emulate' -s s -l scenario -x -a '.*over-quota/);
});

it('says which shells there are when asked for another', async () => {
  expect(await script('tcsh')).toMatchObject({
    code: 2,
    stderr: 'there is no completion for "tcsh"; there is for bash, zsh, fish\n',
  });
});
