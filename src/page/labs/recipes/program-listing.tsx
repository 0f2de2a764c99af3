import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { ClientView, ListingView } from '../../../stage/recipes/scene.ts';
import { useSaying } from '../../words/use-saying.ts';

/** A program line by line, with the place of each client; the line of who is followed stays in sight. */
export const ProgramListing = (props: {
  caption: string;
  listing: ListingView;
  clients: readonly ClientView[];
  followed: ClientView | undefined;
}) => {
  const t = useTranslations('recipes.program');
  const words = useSaying('recipes.stage');
  const { caption, listing, clients, followed } = props;
  const lines = useRef<HTMLTableSectionElement>(null);
  const at = followed?.line;
  const who = followed?.pid;
  useEffect(() => {
    lines.current
      ?.querySelector('[data-followed]')
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [listing.name, who, at]);
  return (
    <table>
      <caption className="vh">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('line')}</th>
          {clients.map(({ pid, name }) => (
            <th key={pid} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={lines}>
        {listing.lines.map((plain, i) => {
          return (
            // A program's lines stay where they are.
            <tr key={i}>
              <th scope="row" {...(plain.note !== '' && { title: plain.note })}>
                {i + 1} <code>{plain.code}</code> {plain.rest}
                {plain.label === '' ? '' : ` (${plain.label})`}
                {plain.broken === '' ? '' : ` · ${t('broken')}`}
              </th>
              {clients.map((one) => {
                const here = one.line === i;
                const busy =
                  one.does !== '' ? one.does : one.waits === '' ? '' : words.say('waits');
                return (
                  <td
                    key={one.pid}
                    className={here ? 'here' : undefined}
                    {...(here && { 'aria-current': 'step' as const })}
                    {...(here && one === followed && { 'data-followed': '' })}
                  >
                    {here && busy !== '' ? busy : one.results[i]}
                  </td>
                );
              })}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
};
