/** Which processes run a compiled file, and whether the workflow bundle holds it. */
export function concernedBy(path) {
  const [floor, room] = path.split('/');
  if (floor === 'apps') return { processes: ['api', 'worker', 'bank'].filter((name) => name === room), bundle: false };
  if (floor === 'activities') return { processes: ['worker'], bundle: false };
  if (floor === 'workflows') return { processes: ['worker'], bundle: true };
  return { processes: ['api', 'worker'], bundle: room === 'domain' };
}

/** Puts new processes in the place of those that run changed code. A bundle that cannot be made leaves the worker as it is. */
export class Replacement {
  /** `bundleWorkflows` runs in this process, where the bundler is loaded already: a process of its own costs most of a second. */
  constructor(system, bundleWorkflows, say) {
    this.system = system;
    this.bundleWorkflows = bundleWorkflows;
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
    try {
      await this.bundleWorkflows();
      return true;
    } catch (error) {
      this.say(`The workflows cannot be bundled:\n${error.message}`);
      return false;
    }
  }
}
