CREATE TABLE "delivery" (
	"tenant" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"endpoint" text COLLATE "C" NOT NULL,
	"event" text COLLATE "C" NOT NULL,
	"subject" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"tries" integer NOT NULL,
	"answer" text COLLATE "C",
	CONSTRAINT "delivery_id_tenant_pk" PRIMARY KEY("id","tenant")
);
--> statement-breakpoint
CREATE TABLE "endpoint" (
	"tenant" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"url" text COLLATE "C" NOT NULL,
	"events" jsonb NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"generation" integer NOT NULL,
	"lost" integer NOT NULL,
	"by" text COLLATE "C" NOT NULL,
	"made" text COLLATE "C" NOT NULL,
	CONSTRAINT "endpoint_id_tenant_pk" PRIMARY KEY("id","tenant")
);
--> statement-breakpoint
CREATE TABLE "hook_seen" (
	"tenant" text COLLATE "C" NOT NULL,
	"source" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	"became" text COLLATE "C" NOT NULL,
	CONSTRAINT "hook_seen_id_source_tenant_pk" PRIMARY KEY("id","source","tenant")
);
--> statement-breakpoint
CREATE TABLE "hook_source" (
	"tenant" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"generation" integer NOT NULL,
	"by" text COLLATE "C" NOT NULL,
	"made" text COLLATE "C" NOT NULL,
	CONSTRAINT "hook_source_id_tenant_pk" PRIMARY KEY("id","tenant")
);
--> statement-breakpoint
CREATE TABLE "tip" (
	"tenant" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"source" text COLLATE "C" NOT NULL,
	"about" text COLLATE "C",
	"says" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	CONSTRAINT "tip_id_tenant_pk" PRIMARY KEY("id","tenant")
);
--> statement-breakpoint
CREATE TABLE "name_word" (
	"tenant" text COLLATE "C" NOT NULL,
	"word" text COLLATE "C" NOT NULL,
	"persona" text COLLATE "C" NOT NULL,
	CONSTRAINT "name_word_word_tenant_persona_pk" PRIMARY KEY("word","tenant","persona")
);
--> statement-breakpoint
CREATE TABLE "once_call" (
	"tenant" text COLLATE "C" NOT NULL,
	"caller" text COLLATE "C" NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"asked" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"answer" jsonb,
	CONSTRAINT "once_call_tenant_caller_key_pk" PRIMARY KEY("tenant","caller","key")
);
--> statement-breakpoint
CREATE TABLE "audit_root" (
	"tenant" text COLLATE "C" NOT NULL,
	"n" integer NOT NULL,
	"first" bigint NOT NULL,
	"last" bigint NOT NULL,
	"head" text COLLATE "C" NOT NULL,
	"merkle" text COLLATE "C" NOT NULL,
	"previous" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"public" text COLLATE "C" NOT NULL,
	"signature" text COLLATE "C" NOT NULL,
	CONSTRAINT "audit_root_n_tenant_pk" PRIMARY KEY("n","tenant")
);
--> statement-breakpoint
CREATE TABLE "mail" (
	"tenant" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"person" text COLLATE "C" NOT NULL,
	"path" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"made" text COLLATE "C" NOT NULL,
	"ended" text COLLATE "C",
	CONSTRAINT "mail_id_tenant_pk" PRIMARY KEY("id","tenant")
);
--> statement-breakpoint
CREATE TABLE "mail_wish" (
	"tenant" text COLLATE "C" NOT NULL,
	"person" text COLLATE "C" NOT NULL,
	"mode" text COLLATE "C" NOT NULL,
	CONSTRAINT "mail_wish_person_tenant_pk" PRIMARY KEY("person","tenant")
);
--> statement-breakpoint
CREATE TABLE "run" (
	"tenant" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"step" text COLLATE "C" NOT NULL,
	"done" integer NOT NULL,
	"total" integer NOT NULL,
	"persona" text COLLATE "C",
	"failures" jsonb NOT NULL,
	"stop" boolean NOT NULL,
	"by" text COLLATE "C" NOT NULL,
	"made" text COLLATE "C" NOT NULL,
	"changed" text COLLATE "C" NOT NULL,
	CONSTRAINT "run_id_tenant_pk" PRIMARY KEY("id","tenant")
);
--> statement-breakpoint
CREATE INDEX "delivery_by_endpoint" ON "delivery" USING btree ("endpoint","at","tenant");--> statement-breakpoint
CREATE INDEX "tip_by_time" ON "tip" USING btree ("tenant","at");--> statement-breakpoint
CREATE INDEX "tip_by_persona" ON "tip" USING btree ("about","tenant");--> statement-breakpoint
CREATE INDEX "name_word_by_persona" ON "name_word" USING btree ("persona","tenant");--> statement-breakpoint
CREATE INDEX "once_call_by_age" ON "once_call" USING btree ("tenant","at");--> statement-breakpoint
CREATE INDEX "mail_by_person" ON "mail" USING btree ("person","state","tenant");--> statement-breakpoint
CREATE INDEX "run_by_time" ON "run" USING btree ("tenant","made");--> statement-breakpoint
CREATE INDEX "run_by_persona" ON "run" USING btree ("persona","tenant");--> statement-breakpoint
CREATE INDEX "persona_by_arrival" ON "persona" USING btree ("tenant","received","id");