import { registerHooks } from 'node:module';

/**
 * Of a fact that this version writes: its name in the list of what is known (between words), and
 * among the types of the aggregate (a key). What projects and folds it stays, and is never asked.
 */
const NEW = /(?<=\s)PartnerDetailsUpdated(?=\s|: true)/gu;

// A server that is started with this is one of the version before: the same program, but for a
// fact of which it has never heard. Tests alone preload it.
registerHooks({
  load(url, context, next) {
    const loaded = next(url, context);
    if (!url.includes('/dist/') || loaded.format !== 'module') return loaded;
    return { ...loaded, source: String(loaded.source).replace(NEW, 'PartnerUnheardOf') };
  },
});
