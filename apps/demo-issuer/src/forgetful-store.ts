import type { Adapter, AdapterPayload } from 'oidc-provider';

type Kept = Readonly<{ payload: AdapterPayload; untilMs: number }>;

/**
 * What the issuer of a demo keeps: logins under way, sessions, grants. It is gone with its
 * process, as the demo's people have nothing that they could lose.
 */
export function forgetfulStore(nowMs: () => number = () => Date.now()): (model: string) => Adapter {
  const all = new Map<string, Kept>();
  const forget = (isOver: (kept: Kept) => boolean) => {
    for (const [key, kept] of all) if (isOver(kept)) all.delete(key);
  };
  const found = (key: string) => {
    const kept = all.get(key);
    return kept && kept.untilMs > nowMs() ? kept.payload : undefined;
  };
  return (model) => {
    const key = (id: string) => `${model}:${id}`;
    const by = (field: 'uid' | 'userCode', value: string) =>
      [...all].find(
        ([name, { payload }]) => name.startsWith(`${model}:`) && payload[field] === value,
      );
    const findBy = (field: 'uid' | 'userCode', value: string) => {
      const [name] = by(field, value) ?? [];
      return Promise.resolve(name === undefined ? undefined : found(name));
    };
    return {
      upsert(id, payload, expiresIn) {
        forget(({ untilMs }) => untilMs <= nowMs());
        const lastsMs = typeof expiresIn === 'number' ? expiresIn * 1_000 : Infinity;
        all.set(key(id), { payload, untilMs: nowMs() + lastsMs });
        return Promise.resolve(undefined);
      },
      find: (id) => Promise.resolve(found(key(id))),
      findByUid: (uid) => findBy('uid', uid),
      findByUserCode: (userCode) => findBy('userCode', userCode),
      consume(id) {
        const payload = found(key(id));
        if (payload) payload.consumed = Math.floor(nowMs() / 1_000);
        return Promise.resolve(undefined);
      },
      destroy(id) {
        all.delete(key(id));
        return Promise.resolve(undefined);
      },
      revokeByGrantId(grantId) {
        forget(({ payload }) => payload.grantId === grantId);
        return Promise.resolve(undefined);
      },
    };
  };
}
