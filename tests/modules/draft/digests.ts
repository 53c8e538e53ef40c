/** A digest of three passages and two bullets, invented. */
export const SMALL = `The most important events of the month. The Harbour Master Odile Brandt met Pim Aldous on March 3 in Port Lumen.
The developments within the month. On March 4, 2031 the Tide Office tested more than 40 buoys off Cape Sorrow.
On the same day the Tide Office named its next tasks:
— new lamps for the outer mole;
— a survey of the sandbank.
Conclusions. The Tide Office probably lacks the boats for its survey.`;
