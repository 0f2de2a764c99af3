/** Terms of the generals. */
export const terms = {
  MUSTERING: { name: 'MUSTERING', text: 'The commander has not given its orders yet.' },
  ORDERED: { name: 'ORDERED', text: 'The commander has given its orders.' },
  HEARING: { name: 'HEARING', text: 'This lieutenant waits for the order.' },
  RELAYING: {
    name: 'RELAYING',
    text: 'This lieutenant has passed on what it heard, and hears what the others pass on.',
  },
  DECIDED: { name: 'DECIDED', text: 'The last round is over for this lieutenant.' },
  ENCAMPED: { name: 'ENCAMPED', text: 'This general waits for messengers, and for dawn.' },
  ACTED: { name: 'ACTED', text: 'Dawn has come: this general has attacked, or stayed.' },
  generalRole: { name: 'role', text: 'Loyal, or a traitor; the others cannot see it.' },
  ordersGiven: { name: 'orders given', text: 'Whether the orders have left.' },
  roundsOver: {
    name: 'rounds over',
    text: 'Rounds end at the same time for all: what has not come by then was not said.',
  },
  messagesHeard: { name: 'heard', text: 'Messages that came in time and count.' },
  obeys: { name: 'obeys', text: 'What it does in the end.' },
  signedValue: {
    name: 'in V',
    text: 'A value that came with genuine signatures, and who has signed it.',
  },
  refusedMessages: { name: 'refused', text: 'Messages with a forged signature, or too late.' },
  messengersCame: { name: 'came', text: 'Messengers that have come to it.' },
  messengersNeeded: { name: 'needs', text: 'It attacks when so many have come to it by dawn.' },
  newestMessenger: {
    name: 'newest',
    text: 'The number of the newest messenger that came: so deep goes what it knows of what the other knows.',
  },
  attacks: { name: 'attacks', text: 'What it does at dawn.' },
} as const;
