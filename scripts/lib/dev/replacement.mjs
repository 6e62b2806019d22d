import { bundleWorkflows } from '../build.mjs';

/** Which processes run a compiled file, and whether the workflow bundle holds it. */
export function concernedBy(path) {
  const [floor, room] = path.split('/');
  if (floor === 'apps') return { processes: ['api', 'worker', 'bank'].filter((name) => name === room), bundle: false };
  if (floor === 'activities') return { processes: ['worker'], bundle: false };
  return { processes: ['api', 'worker'], bundle: floor === 'workflows' || room === 'domain' };
}

/** Puts new processes in the place of those that run changed code. A bundle that cannot be made leaves the worker as it is. */
export class Replacement {
  constructor(system, say) {
    this.system = system;
    this.say = say;
  }

  async of(paths) {
    const concerned = paths.map((path) => concernedBy(path.replaceAll('\\', '/')));
    const processes = new Set(concerned.flatMap((one) => one.processes));
    if (paths.some((path) => path.includes('migrations')))
      this.say('A migration changed: it is applied by the next `npm run dev`.');
    const bundled = concerned.some(({ bundle }) => bundle) ? this.bundle() : Promise.resolve(true);
    for (const name of processes) if (name !== 'worker') void this.system.replace(name);
    if (processes.has('worker') && (await bundled)) await this.system.replace('worker');
  }

  async bundle() {
    const { code, output } = await bundleWorkflows();
    if (code !== 0) this.say(`The workflows cannot be bundled:\n${output}`);
    return code === 0;
  }
}
