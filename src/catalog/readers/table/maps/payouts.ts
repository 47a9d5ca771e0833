import type { ColumnMap } from '../column-map.ts'
import plain from './plain.ts'

const { name, email } = plain.columns

/** An export of payments, one row a payment, or of payees. */
export default {
  id: 'payouts',
  title: 'Table of payouts',
  from: 'our own; the template in samples/payouts.csv',
  columns: {
    name: [...name, 'Payee', 'Payee name', 'Worker', 'Worker name', 'Contractor', 'Contractor name', 'Employee', 'Employee name'],
    email: [...email, 'Payee email', 'Worker email', 'Contractor email', 'Recipient email'],
    worker: ['Payee id', 'Worker id', 'Employee id', 'Employee number', 'Contractor id', 'Recipient id'],
    payer: ['Payer', 'Paid by', 'Employer', 'Client', 'Client company', 'Originator', 'Company'],
    'paid-at': ['Paid', 'Paid at', 'Paid on', 'Payment date', 'Payout date', 'Date'],
    'paid-account': ['Account', 'Bank account', 'Account number', 'IBAN', 'Payout account', 'Paid to account', 'Beneficiary account'],
    'bank-code': ['Bank code', 'Routing number', 'Sort code', 'BIC', 'SWIFT', 'Bank'],
    'payment-service': ['Payment service', 'Payout service', 'Method', 'Service'],
    'paid-wallet': ['Wallet', 'Wallet address', 'Payout wallet', 'USDT address', 'USDC address', 'Paid to wallet', 'Crypto wallet'],
    'paid-chain': ['Chain', 'Network', 'Blockchain', 'Token network'],
    'paid-memo': ['Memo', 'Destination tag', 'Tag'],
    'deposit-address': ['Deposit address', 'Exchange address', 'Exchange deposit address'],
    'deposit-exchange': ['Exchange', 'Exchange name'],
    'company-number': ['Company number', 'Registration number', 'Payee company number'],
    'company-registry': ['Registry', 'Register', 'Company registry'],
    'company-agent': ['Registered agent', 'Registrar', 'Agent'],
    'company-address': ['Company address', 'Registered address', 'Payee company address'],
    'company-formed': ['Company formed', 'Formed', 'Formed on', 'Incorporated', 'Incorporation date', 'Registered on'],
  },
} as const satisfies ColumnMap
