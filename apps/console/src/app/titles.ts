import { useIntl } from 'react-intl';

/** What has a title, and maybe one in English. */
export type Titled = Readonly<{ title: string; titleEn: string | null }>;

/** Its title in the language of the page; the Italian one where there is no other. */
export function useTitle(): (of: Titled) => string {
  const { locale } = useIntl();
  return ({ title, titleEn }) => (locale === 'en' ? (titleEn ?? title) : title);
}

/** A name as a title, for what the schema calls by a name. */
export function named(of: Readonly<{ name: string; nameEn: string | null }>): Titled {
  return { title: of.name, titleEn: of.nameEn };
}
