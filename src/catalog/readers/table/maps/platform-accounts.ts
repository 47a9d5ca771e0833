import type { ColumnMap } from '../column-map.ts'
import plain from './plain.ts'

const { name, 'first-name': first, 'last-name': last, email, phone } = plain.columns

/** A marketplace's own accounts, with sign-ins and ratings, one row an account or a sign-in. */
export default {
  id: 'platform-accounts',
  title: 'Table of platform accounts and sign-ins',
  from: 'our own; the template in samples/platform-accounts.csv',
  columns: {
    name: [...name, 'Account holder', 'User name in full'],
    'first-name': first,
    'last-name': last,
    email: [...email, 'Account email', 'User email'],
    phone,
    worker: ['User id', 'Holder id'],
    account: ['Account', 'Account id', 'Login', 'User name', 'Username'],
    platform: ['Platform', 'Marketplace', 'Service', 'Site'],
    notice: ['Monitoring notice', 'Notice acknowledged', 'Notice acknowledged at', 'Notice given', 'Sign-in notice'],
    'sign-in-ip': ['Sign-in IP', 'Login IP', 'IP', 'IP address', 'Client IP'],
    'sign-in-device': ['Sign-in device', 'Login device', 'Device', 'Device id', 'Device fingerprint'],
    'signed-in-at': ['Signed in', 'Signed in at', 'Sign-in time', 'Login time', 'Logged in at', 'Time', 'Timestamp'],
    'rated-by': ['Rated by', 'Reviewer', 'Reviewed by', 'Rating account', 'Rated by account'],
    'rated-at': ['Rated at', 'Rated on', 'Reviewed at', 'Review date'],
    'bank-account': ['Payment account', 'Payout account', 'Bank account', 'Account number', 'IBAN'],
    'bank-code': ['Bank code', 'Routing number', 'Sort code', 'BIC'],
    'payment-service': ['Payment service', 'Payout service', 'Payout method'],
  },
} as const satisfies ColumnMap
