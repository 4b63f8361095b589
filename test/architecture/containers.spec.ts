import { spawnSync } from 'node:child_process';
import { expect, it } from '@jest/globals';

it.each([
  ['npm run test:containers', { DOCKER_HOST: 'tcp://127.0.0.1:1' }, 'No Docker engine answers'],
  ['npm run test:containers', { DOCKER_HOST: 'unix:///nowhere' }, 'No Docker engine answers'],
  ['npm run test:eventstoredb', { TAVOLO_TEST_EVENTSTOREDB: undefined }, 'No server was named'],
])('%s without its server (%j) says that nothing was tested, and fails', (command, env, words) => {
  const tool = `tools/${command.slice('npm run test:'.length)}.ts`;
  const { status, stdout, stderr } = spawnSync(process.execPath, [tool], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain(words);
  expect(stderr).toContain('nothing was tested');
  expect(stderr).not.toMatch(/passed|^\s+at /mu);
});
