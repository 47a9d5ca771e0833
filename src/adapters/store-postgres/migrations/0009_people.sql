CREATE TABLE "access_grant" (
	"tenant" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"account" text COLLATE "C" NOT NULL,
	"persona" text COLLATE "C" NOT NULL,
	"purpose" text COLLATE "C" NOT NULL,
	"purpose_id" text COLLATE "C" NOT NULL,
	"reason" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	"expires" text COLLATE "C" NOT NULL,
	CONSTRAINT "access_grant_id_tenant_pk" PRIMARY KEY("id","tenant")
);
--> statement-breakpoint
CREATE TABLE "account" (
	"tenant" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"email" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"roles" jsonb NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"created" text COLLATE "C" NOT NULL,
	"password" text COLLATE "C",
	"totp" text COLLATE "C",
	"totp_step" bigint,
	"oidc" text COLLATE "C",
	CONSTRAINT "account_id_tenant_pk" PRIMARY KEY("id","tenant"),
	CONSTRAINT "account_once_an_email" UNIQUE("email","tenant"),
	CONSTRAINT "account_once_a_subject" UNIQUE("oidc","tenant")
);
--> statement-breakpoint
CREATE TABLE "api_key" (
	"tenant" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"hash" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"account" text COLLATE "C" NOT NULL,
	"scopes" jsonb NOT NULL,
	"created" text COLLATE "C" NOT NULL,
	"expires" text COLLATE "C" NOT NULL,
	"last_used" text COLLATE "C",
	CONSTRAINT "api_key_id_tenant_pk" PRIMARY KEY("id","tenant")
);
--> statement-breakpoint
CREATE TABLE "browsing_event" (
	"tenant" text COLLATE "C" NOT NULL,
	"account" text COLLATE "C" NOT NULL,
	"hour" text COLLATE "C" NOT NULL,
	"dossiers" integer NOT NULL,
	"usual" integer NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	CONSTRAINT "browsing_event_account_hour_tenant_pk" PRIMARY KEY("account","hour","tenant")
);
--> statement-breakpoint
CREATE TABLE "dossier_view" (
	"tenant" text COLLATE "C" NOT NULL,
	"account" text COLLATE "C" NOT NULL,
	"persona" text COLLATE "C" NOT NULL,
	"hour" text COLLATE "C" NOT NULL,
	CONSTRAINT "dossier_view_account_hour_persona_tenant_pk" PRIMARY KEY("account","hour","persona","tenant")
);
--> statement-breakpoint
CREATE TABLE "one_time" (
	"tenant" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"hash" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"account" text COLLATE "C",
	"payload" jsonb NOT NULL,
	"expires" text COLLATE "C" NOT NULL,
	CONSTRAINT "one_time_id_tenant_pk" PRIMARY KEY("id","tenant")
);
--> statement-breakpoint
CREATE TABLE "passkey" (
	"tenant" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"account" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"public_key" text COLLATE "C" NOT NULL,
	"counter" bigint NOT NULL,
	"transports" jsonb NOT NULL,
	"created" text COLLATE "C" NOT NULL,
	"used" text COLLATE "C",
	CONSTRAINT "passkey_id_tenant_pk" PRIMARY KEY("id","tenant")
);
--> statement-breakpoint
CREATE TABLE "provider" (
	"tenant" text COLLATE "C" NOT NULL,
	"issuer" text COLLATE "C" NOT NULL,
	"client_id" text COLLATE "C" NOT NULL,
	"client_secret" text COLLATE "C" NOT NULL,
	"asks_two_factors" boolean NOT NULL,
	"provision" jsonb,
	CONSTRAINT "provider_tenant_pk" PRIMARY KEY("tenant")
);
--> statement-breakpoint
CREATE TABLE "recovery_code" (
	"tenant" text COLLATE "C" NOT NULL,
	"account" text COLLATE "C" NOT NULL,
	"hash" text COLLATE "C" NOT NULL,
	CONSTRAINT "recovery_code_hash_account_tenant_pk" PRIMARY KEY("hash","account","tenant")
);
--> statement-breakpoint
CREATE TABLE "session" (
	"tenant" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"hash" text COLLATE "C" NOT NULL,
	"account" text COLLATE "C" NOT NULL,
	"by" text COLLATE "C" NOT NULL,
	"full" boolean NOT NULL,
	"created" text COLLATE "C" NOT NULL,
	"seen" text COLLATE "C" NOT NULL,
	"expires" text COLLATE "C" NOT NULL,
	"authenticated" text COLLATE "C" NOT NULL,
	"device" text COLLATE "C",
	CONSTRAINT "session_id_tenant_pk" PRIMARY KEY("id","tenant")
);
--> statement-breakpoint
CREATE TABLE "throttle" (
	"tenant" text COLLATE "C" NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"failures" integer NOT NULL,
	"last" text COLLATE "C" NOT NULL,
	CONSTRAINT "throttle_key_tenant_pk" PRIMARY KEY("key","tenant")
);
--> statement-breakpoint
CREATE TABLE "unmasking" (
	"tenant" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"account" text COLLATE "C" NOT NULL,
	"persona" text COLLATE "C" NOT NULL,
	"fields" jsonb NOT NULL,
	"reason" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	"expires" text COLLATE "C" NOT NULL,
	CONSTRAINT "unmasking_id_tenant_pk" PRIMARY KEY("id","tenant")
);
--> statement-breakpoint
CREATE INDEX "access_grant_by_persona" ON "access_grant" USING btree ("persona","tenant","account");--> statement-breakpoint
CREATE INDEX "api_key_by_account" ON "api_key" USING btree ("account","tenant");--> statement-breakpoint
CREATE INDEX "dossier_view_by_hour" ON "dossier_view" USING btree ("tenant","hour");--> statement-breakpoint
CREATE INDEX "one_time_by_account" ON "one_time" USING btree ("account","tenant");--> statement-breakpoint
CREATE INDEX "one_time_by_end" ON "one_time" USING btree ("tenant","expires");--> statement-breakpoint
CREATE INDEX "passkey_by_account" ON "passkey" USING btree ("account","tenant");--> statement-breakpoint
CREATE INDEX "recovery_code_by_account" ON "recovery_code" USING btree ("account","tenant");--> statement-breakpoint
CREATE INDEX "session_by_account" ON "session" USING btree ("account","tenant");--> statement-breakpoint
CREATE INDEX "session_by_end" ON "session" USING btree ("tenant","expires");--> statement-breakpoint
CREATE INDEX "throttle_by_end" ON "throttle" USING btree ("tenant","last");--> statement-breakpoint
CREATE INDEX "unmasking_by_persona" ON "unmasking" USING btree ("persona","tenant","account");