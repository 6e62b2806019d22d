import { createHash } from 'node:crypto';
import { spawn } from 'node:child_process';
import { readFileSync, watch } from 'node:fs';
import { join, relative } from 'node:path';
import { inProject, root } from '../project.mjs';
import { filesBelow } from '../sources.mjs';

const COMPILED = ['apps', 'libs', 'workflows', 'activities'];
const QUIET_MILLISECONDS = 80;

/**
 * Compiles each source as it changes and tells which compiled files, as paths below dist, have become others. A file that
 * is written with the content it had is no change: the compiler writes every file once when it begins.
 */
export function compileOnChange(changed) {
  const contents = new Map(filesBelow(COMPILED.map((name) => join('dist', name))).map((path) => [path, hashOf(path)]));
  const touched = new Set();
  let timer;
  const tell = () => {
    const others = [...touched].filter((path) => hashOf(path) !== contents.get(path));
    touched.clear();
    for (const path of others) contents.set(path, hashOf(path));
    if (others.length > 0) changed(others.map((path) => relative(inProject('dist'), path)));
  };
  const watchers = COMPILED.map((name) =>
    watch(inProject('dist', name), { recursive: true }, (_event, path) => {
      if (path === null || !/\.(js|json)$/.test(path)) return;
      touched.add(inProject('dist', name, path));
      clearTimeout(timer);
      timer = setTimeout(tell, QUIET_MILLISECONDS);
    }),
  );
  const compiler = watchSources();
  return {
    stop: () => {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
      compiler.kill();
    },
  };
}

/** Its first words, about compiling all that is compiled already, are of no use; later ones are about a change. */
function watchSources() {
  const nest = inProject('node_modules', '@nestjs', 'cli', 'bin', 'nest.js');
  const compiler = spawn(process.execPath, [nest, 'build', '--watch'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  compiler.stderr.on('data', (chunk) => process.stderr.write(chunk));
  return compiler;
}

function hashOf(path) {
  try {
    return createHash('sha1').update(readFileSync(path)).digest('hex');
  } catch {
    return undefined;
  }
}
