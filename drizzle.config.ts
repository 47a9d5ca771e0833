import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'postgresql',
  schema: './src/adapters/store-postgres/schema*.ts',
  out: './src/adapters/store-postgres/migrations',
})
