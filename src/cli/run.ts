/** The command line: which commands there are, and how each of them ends. */
import { Command, CommanderError } from 'commander';
import { backup, restore, type WhereOptions } from './backup.js';
import { checkConfig } from './check-config.js';
import { completion, shells, type Values } from './completion.js';
import { demo } from './demo.js';
import { type CliDeps, CommandFailure } from './deps.js';
import { emulate } from './emulate.js';
import { type ImportOptions, importFiles } from './import.js';
import { schema } from './schema.js';
import { start } from './start.js';

const NAME = 'license-gateway';

/** Runs one command. Resolves with its exit code: 0, 2 for wrong input, 1 for anything else. */
export async function runCli(args: readonly string[], deps: CliDeps): Promise<number> {
  try {
    await program(deps).parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    // Commander has written what it has to say.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof CommandFailure)) throw error;
    deps.stderr(`${error.message}\n`);
    return error.exitCode;
  }
}

function program(deps: CliDeps): Command {
  const kinds = deps.emulators.map(({ kind }) => kind).join(', ');
  const root = new Command(NAME)
    .description('One GraphQL endpoint for the license state of Splunk Enterprise, Enterprise Recon and Keygen.')
    .version(deps.version)
    .exitOverride()
    .configureOutput({ writeOut: deps.stdout, writeErr: deps.stderr })
    .showHelpAfterError(`(${NAME} --help lists the commands)`);

  const command = (usage: string, description: string) => {
    const made = root.command(usage).description(description);
    // Leniently, so that all that is wrong with a command line can be told at once.
    return made
      .allowUnknownOption()
      .allowExcessArguments()
      .hook('preAction', () => refuseExcess(made));
  };

  command('start', 'start the gateway; without a configuration, the demo')
    .option('-c, --config <file>', 'YAML configuration (default: the file that LICENSE_GATEWAY_CONFIG names)')
    .action((options: { config?: string }) => start(options, deps));
  command('demo', 'start emulated license servers and a gateway on them').action(() => demo(deps));
  command('emulate <kind>', `start one emulated license server: ${kinds}`)
    .option('-p, --port <port>', "port on 127.0.0.1 (default: the kind's own; 0: any free port)")
    .option('-s, --scenario <name>', scenarioHelp(deps))
    .option('--tls', 'serve HTTPS with a self-signed certificate')
    .action((kind: string, options: object) => emulate(kind, options, deps));
  command('check-config <file>', 'check a configuration, list every problem of it, and say what its sources answer')
    .option('--no-connect', 'check the file alone and ask no source')
    .action((file: string, options: { connect: boolean }) => checkConfig(file, options, deps));
  command('import <source> <files...>', 'store what was fetched by hand from a vendor that the gateway may not reach')
    .option('-c, --config <file>', 'configuration that names the source, with import: true')
    .option(
      '-o, --observed-at <time>',
      'when the vendor answered, as 2026-03-01T12:00:00Z (default: as the answers say, else the oldest file)',
    )
    .action((source: string, files: string[], options: ImportOptions) => importFiles(source, files, options, deps));
  command('backup', 'write the embedded store to a file; the gateway may run')
    .option('-c, --config <file>', 'configuration that names the data directory')
    .option('-d, --data-dir <directory>', 'the data directory (default: as the gateway finds it, ./data)')
    .requiredOption(
      '-t, --to <file>',
      'the file to write, in a directory that is there; it must not be there yet itself (required)',
    )
    .action((options: WhereOptions & { to: string }) => backup(options, deps));
  command('restore', 'put a backup back into a data directory that no gateway runs on')
    .requiredOption('-f, --from <file>', 'a file that backup wrote (required)')
    .option('-c, --config <file>', 'configuration that names the data directory')
    .option('-d, --data-dir <directory>', 'the data directory (default: as the gateway finds it, ./data)')
    .option('--force', 'replace a store that is there, and keep it beside')
    .action((options: WhereOptions & { from: string; force?: boolean }) => restore(options, deps));
  command('schema', "print the subgraph's SDL").action(() => schema(deps));
  command('completion <shell>', `print a script by which a shell completes commands: ${shells.join(', ')}`).action(
    (shell: string) => completion(shell, root, completedValues(deps), deps),
  );
  return root;
}

/** Everything on the command line that the command does not know, in one listing. */
function refuseExcess(command: Command): void {
  const isOption = (arg: string) => arg.startsWith('-') && arg !== '-';
  const options = command.args.filter(isOption).map((arg) => `unknown option ${arg.split('=', 1)[0]}`);
  const expected = command.registeredArguments.length;
  const operands = command.args.filter((arg) => !isOption(arg));
  const takesMany = command.registeredArguments.at(-1)?.variadic === true;
  const excess = (takesMany ? [] : operands.slice(expected)).map((arg) => `unexpected argument "${arg}"`);
  const missing =
    operands.length < expected && options.length > 0
      ? [`missing argument <${command.registeredArguments[operands.length]?.name()}>`]
      : [];
  const problems = [...options, ...excess, ...missing];
  if (problems.length === 0) return;
  throw new CommandFailure(2, [...problems, `(${NAME} ${command.name()} --help lists what it takes)`].join('\n'));
}

function scenarioHelp({ emulators }: CliDeps): string {
  const lists = emulators.map(({ kind, scenarios }) => `${kind}: ${scenarios.join(', ')}`);
  return `named state to start from (default: the first of ${lists.join('; of ')})`;
}

/** What the help writes as `<kind>`, `<name>` and so on; what is a file's name, or has files behind it, is not among them. */
function completedValues({ emulators }: CliDeps): Values {
  return {
    kind: emulators.map(({ kind }) => kind),
    name: [...new Set(emulators.flatMap(({ scenarios }) => scenarios))],
    shell: shells,
    port: [],
    time: [],
  };
}
