/**
 * Gets and gives of our own making, as people in one room write them apart from each other: what somebody asks for,
 * and what the other one gives. They were written before the threshold was chosen.
 */
export const sameThing: [string, string][] = [
	['The sales forecast by Monday noon', 'Forecast of next week’s sales'],
	['Feedback on my draft contract by Thursday', 'I will comment on the contract draft'],
	['Price list for spare parts', 'Updated spare part prices'],
	['To know which orders are late', 'A list of late orders every morning'],
	['The color proof before printing', 'Proofs of the colors on Tuesday'],
	['An answer to ticket 4711', 'Answers to all open tickets'],
	['Samples of the new fabric', 'Fabric samples'],
	['Complaints from the shop, word for word', 'Customer complaints, unfiltered'],
	['Two hours of testing with me', 'Testing together on Wednesday'],
	['Room plan for the open day', 'The plan of rooms for our open day'],
	['A decision on the supplier', 'Decide which supplier we take'],
	['Delivery dates I can promise', 'Reliable delivery dates'],
	['Photos of the finished kitchen', 'Pictures after installation'],
	['Your notes from the customer visit', 'Visit report with customer quotes'],
	['Help with the budget sheet', 'Support for the budget'],
	['Numbers of new members', 'New member numbers per week'],
	['A call when the truck leaves', 'Call you as soon as the truck is on its way'],
	['Early warning of staff shortages', 'Warn you a day ahead when we are short of staff'],
	['Translation of the safety card', 'Translated safety cards'],
	['Access to the test system', 'Test system access for your team'],
	['One contact for invoices', 'A contact person for invoice questions'],
	['Menu for the allergy table', 'Allergy list for the menu'],
	['Introduce me to the clinic', 'Introduction to the clinic’s head nurse'],
	['Draft of the newsletter', 'Newsletter draft by Friday']
];

/** Different things between the same two. */
export const otherThing: [string, string][] = [
	['The sales forecast by Monday noon', 'Customer complaints, unfiltered'],
	['Feedback on my draft contract by Thursday', 'Reliable delivery dates'],
	['Price list for spare parts', 'Answers to all open tickets'],
	['To know which orders are late', 'Proofs of the colors on Tuesday'],
	['The color proof before printing', 'Support for the budget'],
	['An answer to ticket 4711', 'Fabric samples'],
	['Samples of the new fabric', 'Visit report with customer quotes'],
	['Complaints from the shop, word for word', 'Test system access for your team'],
	['Two hours of testing with me', 'A list of late orders every morning'],
	['Room plan for the open day', 'Translated safety cards'],
	['A decision on the supplier', 'Newsletter draft by Friday'],
	['Delivery dates I can promise', 'Testing together on Wednesday'],
	['Photos of the finished kitchen', 'Decide which supplier we take'],
	['Your notes from the customer visit', 'Call you as soon as the truck is on its way'],
	['Help with the budget sheet', 'Updated spare part prices'],
	['Numbers of new members', 'Allergy list for the menu'],
	['A call when the truck leaves', 'The plan of rooms for our open day'],
	['Early warning of staff shortages', 'A contact person for invoice questions'],
	['Translation of the safety card', 'Introduction to the clinic’s head nurse'],
	['Access to the test system', 'Pictures after installation'],
	['One contact for invoices', 'I will comment on the contract draft'],
	['Menu for the allergy table', 'New member numbers per week'],
	['Introduce me to the clinic', 'Warn you a day ahead when we are short of staff'],
	['Draft of the newsletter', 'Forecast of next week’s sales']
];
