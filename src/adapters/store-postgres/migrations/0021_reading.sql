CREATE INDEX "persona_by_status" ON "persona" USING btree ("tenant","status","received","id");--> statement-breakpoint
CREATE INDEX "persona_by_requisition" ON "persona" USING btree ("tenant","requisition","received","id");--> statement-breakpoint
CREATE INDEX "match_by_waiting" ON "match" USING btree ("tenant","state","opened","id");
