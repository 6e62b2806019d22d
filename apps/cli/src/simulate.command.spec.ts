import { Command } from 'commander';
import { addSimulateCommand } from './simulate.command.js';

test('the command asks for its last day, and leaves the rest open', () => {
  const program = new Command();
  addSimulateCommand(program);
  const [simulate] = program.commands;
  const [escalations] = simulate?.commands ?? [];
  expect([simulate?.name(), escalations?.name()]).toEqual(['simulate', 'escalations']);
  const options = escalations?.options.map(({ long, mandatory }) => [long, mandatory]);
  expect(options).toEqual([
    ['--until', true],
    ['--territory', false],
    ['--period', false],
    ['--json', false],
  ]);
});
