CREATE TABLE "cluster_event" (
	"tenant" text COLLATE "C" NOT NULL,
	"seq" bigint NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL,
	"joined" jsonb NOT NULL,
	"left" jsonb NOT NULL,
	"reason" text COLLATE "C" NOT NULL,
	CONSTRAINT "cluster_event_tenant_seq_pk" PRIMARY KEY("tenant","seq")
);
--> statement-breakpoint
CREATE TABLE "cluster_member" (
	"tenant" text COLLATE "C" NOT NULL,
	"persona" text COLLATE "C" NOT NULL,
	"cluster" text COLLATE "C" NOT NULL,
	CONSTRAINT "cluster_member_persona_tenant_pk" PRIMARY KEY("persona","tenant")
);
--> statement-breakpoint
CREATE TABLE "detector_run" (
	"tenant" text COLLATE "C" NOT NULL,
	"detector" text COLLATE "C" NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "detector_run_detector_tenant_pk" PRIMARY KEY("detector","tenant")
);
--> statement-breakpoint
CREATE TABLE "disposition" (
	"tenant" text COLLATE "C" NOT NULL,
	"seq" bigint NOT NULL,
	"persona" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"reason" text COLLATE "C" NOT NULL,
	"known" jsonb NOT NULL,
	"by" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	CONSTRAINT "disposition_tenant_seq_pk" PRIMARY KEY("tenant","seq")
);
--> statement-breakpoint
CREATE TABLE "hub" (
	"tenant" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"holders" integer NOT NULL,
	"reason" text COLLATE "C" NOT NULL,
	CONSTRAINT "hub_key_kind_tenant_pk" PRIMARY KEY("key","kind","tenant")
);
--> statement-breakpoint
CREATE TABLE "indicator" (
	"tenant" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"original" text COLLATE "C" NOT NULL,
	"source" text COLLATE "C" NOT NULL,
	"origin" text COLLATE "C",
	"reliability" text COLLATE "C" NOT NULL,
	"credibility" text COLLATE "C" NOT NULL,
	"note" text COLLATE "C",
	"seen" text COLLATE "C",
	"expires" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"warning" text COLLATE "C",
	"artifact" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	"imported" text COLLATE "C" NOT NULL,
	"decided_by" text COLLATE "C",
	"decided" text COLLATE "C",
	"reason" text COLLATE "C",
	CONSTRAINT "indicator_id_tenant_pk" PRIMARY KEY("id","tenant")
);
--> statement-breakpoint
CREATE TABLE "judgement" (
	"tenant" text COLLATE "C" NOT NULL,
	"seq" bigint NOT NULL,
	"persona" text COLLATE "C" NOT NULL,
	"other" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"reason" text COLLATE "C" NOT NULL,
	"by" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	CONSTRAINT "judgement_tenant_seq_pk" PRIMARY KEY("tenant","seq")
);
--> statement-breakpoint
CREATE TABLE "link" (
	"tenant" text COLLATE "C" NOT NULL,
	"persona" text COLLATE "C" NOT NULL,
	"other" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"bits" double precision NOT NULL,
	"evidence" jsonb NOT NULL,
	"against" jsonb NOT NULL,
	CONSTRAINT "link_persona_other_tenant_pk" PRIMARY KEY("persona","other","tenant")
);
--> statement-breakpoint
CREATE INDEX "cluster_member_by_cluster" ON "cluster_member" USING btree ("cluster","tenant");--> statement-breakpoint
CREATE INDEX "disposition_by_persona" ON "disposition" USING btree ("persona","tenant");--> statement-breakpoint
CREATE INDEX "indicator_by_key" ON "indicator" USING btree ("key","kind","tenant");--> statement-breakpoint
CREATE INDEX "judgement_by_persona" ON "judgement" USING btree ("persona","tenant");--> statement-breakpoint
CREATE INDEX "judgement_by_other" ON "judgement" USING btree ("other","tenant");--> statement-breakpoint
CREATE INDEX "link_by_other" ON "link" USING btree ("other","tenant");