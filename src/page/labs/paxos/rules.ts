import { useTranslations } from 'use-intl';
import type { RuleOption } from '../../panels/setup/rules.tsx';

const NAMES = [
  'keep-own-value',
  'share-ballots',
  'accept-below-promise',
  'adopt-lowest',
  'forget-disk',
  'forget-ballot',
  'accept-without-promise',
  'half-is-quorum',
  'refuse-equal-accept',
] as const;

/** The rules that can be switched off, in words. */
export const usePaxosRules = (): readonly RuleOption[] => {
  const t = useTranslations('rules.paxos');
  return NAMES.map((name) => ({ name, label: t(name) }));
};
