import type { Offer } from '../../lab-frame/rest.tsx';

/** The counter is the lab of one lesson: its calls stand in the inspector. */
export const useCounterOffers = (): readonly Offer[] => [];
