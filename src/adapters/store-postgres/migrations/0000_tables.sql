CREATE TABLE "artifact" (
	"tenant" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"size" bigint NOT NULL,
	"received" text COLLATE "C" NOT NULL,
	"reliability" text COLLATE "C" NOT NULL,
	"credibility" text COLLATE "C" NOT NULL,
	CONSTRAINT "artifact_tenant_id_pk" PRIMARY KEY("tenant","id")
);
--> statement-breakpoint
CREATE TABLE "assessment" (
	"tenant" text COLLATE "C" NOT NULL,
	"persona" text COLLATE "C" NOT NULL,
	"recommendation" text COLLATE "C" NOT NULL,
	"outcomes" jsonb NOT NULL,
	"reasons" jsonb NOT NULL,
	CONSTRAINT "assessment_tenant_persona_pk" PRIMARY KEY("tenant","persona")
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"tenant" text COLLATE "C" NOT NULL,
	"seq" bigint NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	"actor" text COLLATE "C" NOT NULL,
	"action" text COLLATE "C" NOT NULL,
	"subject" text COLLATE "C" NOT NULL,
	"detail" jsonb NOT NULL,
	"previous" text COLLATE "C" NOT NULL,
	"hash" text COLLATE "C" NOT NULL,
	CONSTRAINT "audit_tenant_seq_pk" PRIMARY KEY("tenant","seq")
);
--> statement-breakpoint
CREATE TABLE "audit_head" (
	"tenant" text COLLATE "C" NOT NULL,
	"seq" bigint NOT NULL,
	"hash" text COLLATE "C" NOT NULL,
	CONSTRAINT "audit_head_tenant_pk" PRIMARY KEY("tenant")
);
--> statement-breakpoint
CREATE TABLE "finding" (
	"tenant" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"persona" text COLLATE "C" NOT NULL,
	"detector" text COLLATE "C" NOT NULL,
	"version" integer NOT NULL,
	"family" text COLLATE "C" NOT NULL,
	"strength" text COLLATE "C" NOT NULL,
	"direction" text COLLATE "C" NOT NULL,
	"room" text COLLATE "C" NOT NULL,
	"says" text COLLATE "C" NOT NULL,
	"because" jsonb NOT NULL,
	CONSTRAINT "finding_tenant_id_pk" PRIMARY KEY("tenant","id")
);
--> statement-breakpoint
CREATE TABLE "identifier" (
	"tenant" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"persona" text COLLATE "C" NOT NULL,
	"statement" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C",
	CONSTRAINT "identifier_key_kind_tenant_persona_statement_pk" PRIMARY KEY("key","kind","tenant","persona","statement")
);
--> statement-breakpoint
CREATE TABLE "overlap" (
	"tenant" text COLLATE "C" NOT NULL,
	"persona" text COLLATE "C" NOT NULL,
	"other" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"measure" double precision NOT NULL,
	"passages" jsonb NOT NULL,
	CONSTRAINT "overlap_tenant_persona_other_kind_pk" PRIMARY KEY("tenant","persona","other","kind")
);
--> statement-breakpoint
CREATE TABLE "pair" (
	"tenant" text COLLATE "C" NOT NULL,
	"persona" text COLLATE "C" NOT NULL,
	"other" text COLLATE "C" NOT NULL,
	"same" text COLLATE "C" NOT NULL,
	CONSTRAINT "pair_tenant_persona_other_pk" PRIMARY KEY("tenant","persona","other")
);
--> statement-breakpoint
CREATE TABLE "persona" (
	"tenant" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"source" text COLLATE "C" NOT NULL,
	"received" text COLLATE "C" NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"requisition" text COLLATE "C",
	"retention" text COLLATE "C" NOT NULL,
	"keep_until" text COLLATE "C" NOT NULL,
	CONSTRAINT "persona_tenant_id_pk" PRIMARY KEY("tenant","id")
);
--> statement-breakpoint
CREATE TABLE "requisition" (
	"tenant" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"title" text COLLATE "C" NOT NULL,
	"documents" jsonb NOT NULL,
	"questions" jsonb NOT NULL,
	CONSTRAINT "requisition_tenant_id_pk" PRIMARY KEY("tenant","id")
);
--> statement-breakpoint
CREATE TABLE "sketch" (
	"tenant" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"key" integer NOT NULL,
	"persona" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "statement" (
	"tenant" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"subject" text COLLATE "C" NOT NULL,
	"property" text COLLATE "C" NOT NULL,
	"value" jsonb NOT NULL,
	"original" text COLLATE "C",
	"basis" text COLLATE "C" NOT NULL,
	"artifact" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	"role" text COLLATE "C" NOT NULL,
	"held" text COLLATE "C" NOT NULL,
	"read_by" text COLLATE "C" NOT NULL,
	CONSTRAINT "statement_id_tenant_pk" PRIMARY KEY("id","tenant")
);
--> statement-breakpoint
CREATE TABLE "submission" (
	"tenant" text COLLATE "C" NOT NULL,
	"persona" text COLLATE "C" NOT NULL,
	"artifact" text COLLATE "C" NOT NULL,
	"parent" text COLLATE "C",
	"row" integer,
	"read" jsonb,
	CONSTRAINT "submission_once" UNIQUE NULLS NOT DISTINCT("tenant","persona","artifact","row")
);
--> statement-breakpoint
CREATE INDEX "finding_by_persona" ON "finding" USING btree ("tenant","persona");--> statement-breakpoint
CREATE INDEX "identifier_by_persona" ON "identifier" USING btree ("persona","tenant");--> statement-breakpoint
CREATE INDEX "overlap_by_other" ON "overlap" USING btree ("tenant","other");--> statement-breakpoint
CREATE INDEX "pair_by_other" ON "pair" USING btree ("tenant","other");--> statement-breakpoint
CREATE INDEX "persona_by_source" ON "persona" USING btree ("tenant","source");--> statement-breakpoint
CREATE INDEX "persona_by_end" ON "persona" USING btree ("tenant","keep_until");--> statement-breakpoint
CREATE INDEX "sketch_by_key" ON "sketch" USING btree ("key","tenant");--> statement-breakpoint
CREATE INDEX "sketch_by_persona" ON "sketch" USING btree ("persona");--> statement-breakpoint
CREATE INDEX "statement_by_subject" ON "statement" USING btree ("subject","tenant","property");--> statement-breakpoint
CREATE INDEX "submission_by_artifact" ON "submission" USING btree ("tenant","artifact");