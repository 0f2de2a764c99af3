import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { bannerDrawing } from '../../../stage/paxos/banner.ts';
import { HIDDEN, veiled } from '../../../stage/veil.ts';
import type { PaxosDetail } from '../../../view/paxos.ts';
import { offerAbove } from '../../draw/stage-source.ts';
import { useVeil } from '../../sim/selectors.ts';
import { Button } from '../../widgets/button.tsx';
import { Dialog } from '../../widgets/dialog.tsx';
import './banner.css';

/** What is chosen, what may still be, and what it has cost so far. */
export const Banner = ({ detail }: { detail: PaxosDetail }) => {
  const t = useTranslations('paxos.banner');
  const [open, setOpen] = useState(false);
  const hidden = veiled(useVeil(), null, 'chosen');
  const { chosen, prospects, rounds, messages, refused } = detail;
  const of = (is: 'possible' | 'impossible') => prospects.filter((one) => one.is === is);
  const counts = t('counts', { rounds, messages, refused: String(refused) });
  // In a saved picture it stands over the group too.
  useEffect(() =>
    offerAbove((width) =>
      bannerDrawing(detail, {
        words: {
          chosen: t('chosen'),
          nothing: t('nothing'),
          possible: t('possible'),
          noMore: t('noMore'),
          impossible: t('impossible'),
          counts,
        },
        width,
        hidden,
      }),
    ),
  );
  return (
    <div className="banner" role="group" aria-label={t('name')}>
      <span className="banner-part">
        <span className="banner-word" aria-hidden="true">
          {t('chosen')}
        </span>
        <span role="status" aria-label={t('chosen')} className="banner-chosen">
          {hidden ? HIDDEN : <Chosen detail={detail} />}
        </span>
      </span>
      {!hidden && (
        <>
          <span className="banner-part">
            <Button kind="quiet" aria-haspopup="dialog" onPress={() => setOpen(true)}>
              {t('possible')}
            </Button>
            {of('possible').map(({ value }) => (
              <span key={value} className="value-chip value-possible">
                {value}
              </span>
            ))}
            {of('possible').length === 0 && <span className="i2">{t('noMore')}</span>}
          </span>
          {of('impossible').length > 0 && (
            <span className="banner-part">
              <span className="banner-word">{t('impossible')}</span>
              {of('impossible').map(({ value }) => (
                <s key={value} className="banner-gone">
                  {value}
                </s>
              ))}
            </span>
          )}
        </>
      )}
      <span className="banner-counts">{counts}</span>
      {open && (
        <Dialog title={t('define')} onClose={() => setOpen(false)}>
          <dl className="definitions">
            <dt>{t('chosen')}</dt>
            <dd>{t('chosenText')}</dd>
            <dt>{t('possible')}</dt>
            <dd>{t('possibleText')}</dd>
            <dt>{t('impossible')}</dt>
            <dd>{t('impossibleText')}</dd>
          </dl>
        </Dialog>
      )}
      {chosen.length > 1 && !hidden && (
        <span className="vh" role="alert">
          {t('twoValues', { values: chosen.map(({ value }) => value).join(', ') })}
        </span>
      )}
    </div>
  );
};

const Chosen = ({ detail }: { detail: PaxosDetail }) => {
  const t = useTranslations('paxos.banner');
  return detail.chosen.length === 0
    ? t('nothing')
    : detail.chosen.map(({ value }) => (
        <span key={value} className="value-chip">
          {value}
        </span>
      ));
};
