import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { useLabFrame } from '../../sim/selectors.ts';
import { showServer, useShownServer } from '../../sim/shown-server.ts';
import { useAsked } from '../../sim/use-answers.ts';
import type { ZooKeeperDetail } from '../../../view/zookeeper.ts';
import './seen-by.css';

/** Several servers have a tree each: whose is shown, and who is behind. One server needs no choice. */
export const SeenBy = ({ nameOf }: { nameOf: (pid: number) => string }) => {
  const t = useTranslations('znodeTree');
  const id = useId();
  const frame = useLabFrame<ZooKeeperDetail>();
  const shown = useShownServer()?.pid;
  const several = (frame?.detail.servers.length ?? 0) > 1;
  const seen = useAsked(several ? { ask: 'seen', path: null } : null);
  if (!several || frame === null) return null;
  return (
    <fieldset className="seen-by" role="radiogroup" aria-label={t('whose')}>
      {frame.detail.servers.map(({ pid }) => {
        const behind = seen?.servers.find(({ server }) => server === pid)?.behind ?? 0;
        return (
          <label key={pid} title={behind > 0 ? t('behind', { count: behind }) : undefined}>
            <input
              type="radio"
              name={id}
              value={pid}
              checked={pid === shown}
              onChange={() => showServer(pid)}
            />
            <span>
              {nameOf(pid)}
              {behind > 0 && (
                <small>
                  <span aria-hidden="true">−{behind}</span>
                  <span className="vh">{t('behind', { count: behind })}</span>
                </small>
              )}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
};
